import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { after, before } from 'node:test'

const JAR = new URL('../target/moked-simulator.jar', import.meta.url).pathname
const JAVA = process.env.JAVA ?? 'java'

export const NUMBER = '2001'
export const ACCOUNT = '1001'
export const CUSTOMER = '15550100200'
export const TOKEN = 't0ken'
export const SECRET = 's3cret'

/** A simulator for the tests of one file, with a business, a customer, and ears for its webhooks. */
export function stage() {
  const stage = { url: '' }
  const heard = []
  let simulator, ears
  before(async () => {
    ears = await listen(heard)
    simulator = spawn(JAVA, ['-Xmx96m', '-jar', JAR, '--port', '0', '--mail-port', '0', '--smtp-port', '0', '--stop-with-stdin'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    stage.url = await readyAt(simulator)
    await call(stage.url, 'PUT', '/simulator/setup', world(ears.address().port))
  })
  after(async () => {
    simulator.stdin.end()
    await once(simulator, 'exit')
    ears.close()
  })

  /** Lets the customer write, which opens the service window, and tells the message's id. */
  stage.write = async (text) => {
    const messages = `/simulator/customers/${CUSTOMER}/messages`
    const { wamid } = await call(stage.url, 'POST', messages, { to: NUMBER, type: 'text', text: { body: text } })
    return wamid
  }
  /** What the customer's phone shows by now, the latest last. */
  stage.chat = async () => (await call(stage.url, 'GET', `/simulator/customers/${CUSTOMER}/chats/${NUMBER}`)).entries
  /** What `find` makes of the first webhook that it makes something of, once that has come. */
  stage.hear = (find) =>
    soon(() => heard.map((delivery) => find(JSON.parse(delivery.body).entry[0].changes[0].value, delivery)).find(Boolean))
  /** What the phone shows of a message, once it shows it. */
  stage.shown = (looked) => soon(async () => (await stage.chat()).find(looked)?.content)
  stage.call = (method, path, body) => call(stage.url, method, path, body)
  return stage
}

async function soon(look) {
  for (let n = 0; n < 400; n++) {
    const found = await look()
    if (found) return found
    await new Promise((next) => setTimeout(next, 25))
  }
  throw new Error('It did not come')
}

async function readyAt(simulator) {
  for await (const line of createInterface(simulator.stdout)) {
    const url = line.match(/http:\/\/localhost:\d+/)
    if (url) return url[0]
  }
  throw new Error('The simulator did not start')
}

async function listen(heard) {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const asked = new URL(request.url, 'http://here')
    if (request.method === 'POST') heard.push({ body, signature: request.headers['x-hub-signature-256'] })
    response.end(asked.searchParams.get('hub.challenge') ?? '')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const world = (port) => ({
  apps: [{ id: 'app', secret: SECRET, verifyToken: 'v', callback: `http://127.0.0.1:${port}/` }],
  wabas: [
    {
      id: ACCOUNT,
      name: 'Bloom & Co',
      appId: 'app',
      numbers: [{ id: NUMBER, displayPhoneNumber: '+1 555 010 0001', name: 'Bloom & Co', token: TOKEN }],
    },
  ],
  customers: [{ waId: CUSTOMER, name: 'Emma Clark' }],
})

async function call(url, method, path, body) {
  const response = await fetch(url + path, { method, body: body && JSON.stringify(body) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} answers ${response.status}: ${text}`)
  return text ? JSON.parse(text) : undefined
}
