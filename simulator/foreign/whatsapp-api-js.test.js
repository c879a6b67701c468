import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WhatsAppAPI } from 'whatsapp-api-js'
import { ActionButtons, Body, Button, Image, Interactive, Location, Reaction, Text } from 'whatsapp-api-js/messages'
import { CUSTOMER, NUMBER, SECRET, TOKEN, stage } from './stage.js'

const here = stage()

/** It knows Meta's address only, so its calls are turned round on their way. */
const client = () =>
  new WhatsAppAPI({
    token: TOKEN,
    appSecret: SECRET,
    webhookVerifyToken: 'v',
    v: 'v23.0',
    ponyfill: {
      fetch: (address, options) => fetch(String(address).replace('https://graph.facebook.com', here.url), options),
      subtle: crypto.subtle,
    },
  })

test('it understands what a customer writes, and takes the signature for good', async () => {
  await here.write('Do you have roses?')
  const { body, signature } = await here.hear(({ messages }, delivery) => messages && delivery)
  const api = client()
  const messages = []
  api.on.message = ({ from, message, name }) => messages.push({ from, text: message.text.body, name })
  await api.post(JSON.parse(body), body, signature)
  assert.deepEqual(messages, [{ from: CUSTOMER, text: 'Do you have roses?', name: 'Emma Clark' }])
  await assert.rejects(api.post(JSON.parse(body), `${body} `, signature))
})

test('what it sends arrives, and its ticks come back', async () => {
  await here.write('Hello')
  const sent = await client().sendMessage(NUMBER, CUSTOMER, new Text('Good morning'), undefined, 'our-own-id')
  const { id } = sent.messages[0]
  const delivered = (one) => one.id === id && one.status === 'delivered'
  const { body, signature } = await here.hear(({ statuses }, delivery) => statuses?.some(delivered) && delivery)
  const api = client()
  const statuses = []
  api.on.status = ({ phone, status, biz_opaque_callback_data }) => statuses.push([phone, status, biz_opaque_callback_data])
  await api.post(JSON.parse(body), body, signature)
  assert.deepEqual(statuses, [[CUSTOMER, 'delivered', 'our-own-id']])
})

test('it sends places, signs and buttons, and quotes', async () => {
  const asked = await here.write('Where are you?')
  const api = client()
  await api.sendMessage(NUMBER, CUSTOMER, new Location(34.78, 32.08, 'Bloom & Co', '1 Market Street'), asked)
  await api.sendMessage(NUMBER, CUSTOMER, new Reaction(asked, '🌹'))
  const buttons = new ActionButtons(new Button('yes', 'Yes'), new Button('no', 'No'))
  await api.sendMessage(NUMBER, CUSTOMER, new Interactive(buttons, new Body('Shall we deliver?')))
  for (const type of ['location', 'interactive']) assert.ok(await here.shown(({ content }) => content.type === type))
})

test('it uploads a picture, finds it again, sends it, and takes it away', async () => {
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('type', 'image/png')
  form.set('file', new Blob([pixel], { type: 'image/png' }), 'rose.png')
  const api = client()
  const { id } = await api.uploadMedia(NUMBER, form)
  const { url, mime_type } = await api.retrieveMedia(id, NUMBER)
  assert.equal(mime_type, 'image/png')
  assert.deepEqual(Buffer.from(await (await api.fetchMedia(url)).arrayBuffer()), pixel)
  await here.write('Show me')
  await api.sendMessage(NUMBER, CUSTOMER, new Image(id, true, 'This one?'))
  assert.ok(await here.shown(({ content }) => content.image?.caption === 'This one?'))
  assert.equal((await api.deleteMedia(id, NUMBER)).success, true)
})

test('it reads, types, and shuts somebody out', async () => {
  const api = client()
  const asked = await here.write('Are you there?')
  assert.equal((await api.markAsRead(NUMBER, asked, 'text')).success, true)
  const blocked = await api.blockUser(NUMBER, CUSTOMER)
  assert.equal(blocked.block_users.added_users[0].wa_id, CUSTOMER)
  const free = await api.unblockUser(NUMBER, CUSTOMER)
  assert.equal(free.block_users.removed_users[0].wa_id, CUSTOMER)
})
