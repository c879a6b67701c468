import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api'
import { ACCOUNT, CUSTOMER, NUMBER, TOKEN, stage } from './stage.js'

const here = stage()
const to = { phoneNumberId: NUMBER, to: CUSTOMER }
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

const client = (accessToken = TOKEN) => new WhatsAppClient({ accessToken, baseUrl: here.url, graphVersion: 'v23.0' })

/** What the customer sees of it. */
const shown = (answer) => here.shown(({ wamid }) => wamid === answer.messages[0].id)

test('nothing but a template reaches whoever has not written', async () => {
  const answer = await client().messages.sendText({ ...to, body: 'Hello' })
  const failed = (one) => one.id === answer.messages[0].id && one.status === 'failed'
  const status = await here.hear(({ statuses }) => statuses?.find(failed))
  assert.equal(status.errors[0].code, 131047)
  assert.deepEqual(await here.chat(), [])
})

test('a text arrives', async () => {
  await here.write('Do you have roses?')
  const content = await shown(await client().messages.sendText({ ...to, body: 'Red ones, and white.' }))
  assert.equal(content.text.body, 'Red ones, and white.')
})

test('a picture is uploaded, described, downloaded, sent, and deleted', async () => {
  const upload = { phoneNumberId: NUMBER, type: 'image/png', file: new Blob([PIXEL], { type: 'image/png' }), fileName: 'rose.png' }
  const { id } = await client().media.upload(upload)
  const about = await client().media.get({ mediaId: id })
  assert.equal(about.mimeType, 'image/png')
  assert.equal(Number(about.fileSize), PIXEL.length)
  assert.deepEqual(Buffer.from(await client().media.download({ mediaId: id, auth: 'always' })), PIXEL)
  const content = await shown(await client().messages.sendImage({ ...to, image: { id, caption: 'This one?' } }))
  assert.equal(content.image.caption, 'This one?')
  await client().media.delete({ mediaId: id })
  await assert.rejects(client().media.get({ mediaId: id }))
})

test('places, cards, signs, buttons, lists and links arrive', async () => {
  const { messages } = client()
  const asked = await here.write('Where are you?')
  const location = { latitude: 32.08, longitude: 34.78, name: 'Bloom & Co', address: '1 Market Street' }
  assert.equal((await shown(await messages.sendLocation({ ...to, location }))).type, 'location')
  const contacts = [{ name: { formattedName: 'Dana Levi', firstName: 'Dana' }, phones: [{ phone: '+15550100900', type: 'WORK' }] }]
  assert.equal((await shown(await messages.sendContacts({ ...to, contacts }))).type, 'contacts')
  await messages.sendReaction({ ...to, reaction: { messageId: asked, emoji: '🌹' } })
  const buttons = [
    { id: 'yes', title: 'Yes' },
    { id: 'no', title: 'No' },
  ]
  const choice = await shown(await messages.sendInteractiveButtons({ ...to, bodyText: 'Shall we deliver?', buttons }))
  assert.deepEqual(choice.interactive.action.buttons.map((one) => one.reply.id), ['yes', 'no'])
  const sections = [{ title: 'Roses', rows: [{ id: 'red', title: 'Red' }, { id: 'white', title: 'White' }] }]
  const list = await shown(await messages.sendInteractiveList({ ...to, bodyText: 'Which?', buttonText: 'See all', sections }))
  assert.equal(list.interactive.action.sections[0].rows.length, 2)
  const parameters = { displayText: 'Open', url: 'https://bloom.example/roses' }
  const link = await shown(await messages.sendInteractiveCtaUrl({ ...to, bodyText: 'See them all', parameters }))
  assert.equal(link.interactive.action.parameters.url, 'https://bloom.example/roses')
})

test('what a contact wrote is read, while we type', async () => {
  const messageId = await here.write('Are you there?')
  const answer = await client().messages.markRead({ phoneNumberId: NUMBER, messageId, typingIndicator: { type: 'text' } })
  assert.equal(answer.success, true)
})

test('a template is made, approved, listed, sent and deleted', async () => {
  const { templates, messages } = client()
  const made = await templates.create({
    businessAccountId: ACCOUNT,
    name: 'roses_ready',
    language: 'en',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Your order {{1}} is ready today.', example: { body_text: [['A-17']] } }],
  })
  await here.call('PUT', `/simulator/templates/${made.id}`, { status: 'APPROVED' })
  const list = await templates.list({ businessAccountId: ACCOUNT })
  assert.equal(list.data.find((one) => one.name === 'roses_ready').status, 'APPROVED')
  const components = [{ type: 'body', parameters: [{ type: 'text', text: 'B-4' }] }]
  const content = await shown(await messages.sendTemplate({ ...to, template: { name: 'roses_ready', language: { code: 'en' }, components } }))
  assert.equal(content.type, 'template')
  await templates.delete({ businessAccountId: ACCOUNT, name: 'roses_ready' })
  const left = await templates.list({ businessAccountId: ACCOUNT })
  assert.equal(left.data.find((one) => one.name === 'roses_ready'), undefined)
})

test('the profile of a number is changed and read', async () => {
  const { businessProfile } = client().phoneNumbers
  await businessProfile.update({ phoneNumberId: NUMBER, about: 'Flowers, every day', websites: ['https://bloom.example'] })
  const [profile] = (await businessProfile.get({ phoneNumberId: NUMBER })).data
  assert.equal(profile.about, 'Flowers, every day')
})

test('a strange token opens nothing', async () => {
  await assert.rejects(client('strange').messages.sendText({ ...to, body: 'Hello' }), (error) => error.code === 190 || /190/.test(error.message))
})
