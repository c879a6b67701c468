import { createHmac, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

interface User {
  email: string
  password: string
  role: string
  language: 'en' | 'he'
}

interface Tenant {
  name: string
  apiToken: string
  channels: { phoneNumberId: string }[]
  users: User[]
}

interface Demo {
  console: string
  api: string
  simulator: string
  webhook: string
  appSecret: string
  mail: string
  tenants: [Tenant, Tenant]
  operator: User
}

const file = process.env.MOKED_DEMO
if (!file) throw new Error('MOKED_DEMO must name the demo.json of a running demo')

export const demo = JSON.parse(readFileSync(file, 'utf8')) as Demo
export const [shop, clinic] = demo.tenants

export function userOf(tenant: Tenant, role: string, which = 0) {
  const user = tenant.users.filter((one) => one.role === role)[which]
  if (!user) throw new Error(`${tenant.name} has no such ${role}`)
  return user
}

async function call<Answer>(method: string, url: string, body?: unknown, token?: string) {
  const form = body instanceof FormData
  const headers = {
    ...(!form && { 'Content-Type': 'application/json' }),
    ...(token && { Authorization: `Bearer ${token}` }),
  }
  const answer = await fetch(url, { method, headers, body: form || body === undefined ? body : JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  const text = await answer.text()
  return (text ? JSON.parse(text) : undefined) as Answer
}

interface Said {
  items: { content: { body?: string } }[]
}

interface Listed {
  items: { id: string; status: string; assignee: unknown; lastMessage: { preview: string } | null }[]
}

/** Somebody with a phone, who writes to one tenant. */
export async function customer(tenant: Tenant, name: string) {
  const setup = await call<{ customers: { waId: string; name: string }[] }>('GET', `${demo.simulator}/simulator/setup`)
  const waId = setup.customers.find((one) => one.name === name)?.waId
  if (!waId) throw new Error(`Nobody called ${name} has a phone here`)
  const phone = `${demo.simulator}/simulator/customers/${waId}`
  const to = tenant.channels[0]!.phoneNumberId
  const conversations = () => call<Listed>('GET', `${demo.api}/conversations?q=${waId}`, undefined, tenant.apiToken)

  const sends = (message: object | object[]) => {
    const addressed = Array.isArray(message) ? message.map((one) => ({ to, ...one })) : { to, ...message }
    return call('POST', `${phone}/messages`, addressed)
  }
  const says = (...bodies: string[]) => sends(bodies.map((body) => ({ type: 'text', text: { body } })))
  const sendsFile = (content: Buffer, name: string, type: string, caption: string) => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(content)], { type }), name)
    form.append('caption', caption)
    return call('POST', `${phone}/chats/${to}/media`, form)
  }
  const reads = () => call('POST', `${phone}/chats/${to}/read`)
  const sees = async () => JSON.stringify(await call('GET', `${phone}/chats/${to}`))

  /** Wrote so long ago that the service window is closed; Meta delivers it only now. */
  async function wroteLongAgo(body: string) {
    const message = { from: waId, id: `wamid.${randomUUID()}`, timestamp: `${Math.floor(Date.now() / 1000) - 30 * 3600}`, type: 'text', text: { body } }
    const value = { messaging_product: 'whatsapp', metadata: { phone_number_id: to }, contacts: [{ wa_id: waId, profile: { name } }], messages: [message] }
    const told = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] })
    const signature = createHmac('sha256', demo.appSecret).update(told).digest('hex')
    await fetch(demo.webhook, { method: 'POST', body: told, headers: { 'X-Hub-Signature-256': `sha256=${signature}` } })
    for (;;) {
      const found = (await conversations()).items[0]
      if (found) return found.id
      await new Promise((next) => setTimeout(next, 100))
    }
  }

  /** Not whether it is the last word: Meta tells whole seconds, so it may stand before what was answered a moment ago. */
  async function has(conversation: string, body: string) {
    const said = await call<Said>('GET', `${demo.api}/conversations/${conversation}/messages?limit=10`, undefined, tenant.apiToken)
    return said.items.some(({ content }) => content.body === body)
  }

  /** Writes something and waits until it stands in an open conversation that nobody has taken. */
  async function beginsToWait(body: string) {
    await says(body)
    for (;;) {
      const open = (await conversations()).items.find((one) => one.status === 'open')
      const found = open && (await has(open.id, body)) ? open : undefined
      if (found?.assignee)
        await call('DELETE', `${demo.api}/conversations/${found.id}/assignment`, undefined, tenant.apiToken)
      if (found) return found.id
      await new Promise((next) => setTimeout(next, 100))
    }
  }

  /** The same, in a conversation that nobody has had yet: whoever hands one back is not asked for it again at once. */
  async function comesNew(body: string) {
    const id = await beginsToWait(body)
    await call('POST', `${demo.api}/conversations/${id}/resolution`, {}, tenant.apiToken)
    return beginsToWait(`${body} Once more.`)
  }

  /** How many messages WhatsApp has accepted for this person, ever. */
  async function received() {
    const { posts } = await call<{ posts: { to: string; type: string }[] }>('GET', `${demo.simulator}/simulator/posts`)
    return posts.filter(({ to }) => to.replace('+', '') === waId).map(({ type }) => type)
  }

  return { name, waId, says, sends, sendsFile, reads, sees, received, beginsToWait, comesNew, wroteLongAgo }
}

/** What has been mailed to somebody, the newest first. */
export async function lettersTo(email: string) {
  const letters = await call<{ to: string[]; subject: string; text: string }[]>('GET', `${demo.mail}/mails`)
  return letters.filter(({ to }) => to.some((one) => one.endsWith(`<${email}>`)))
}

/** The link in the newest letter to somebody, once it has come. */
export async function mailedLink(email: string) {
  for (;;) {
    const link = (await lettersTo(email))[0]?.text.match(/http\S+#\S+/)
    if (link) return link[0]
    await new Promise((next) => setTimeout(next, 100))
  }
}
