import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * A wire between a browser and the server that a test can cut: to the browser it is as if the server had been killed,
 * and as if it had been started again once it is mended.
 */
export async function wireTo(address: string) {
  const target = new URL(address)
  const sockets = new Set<Socket>()
  let isCut = false
  let last: RegExp | undefined
  let server: Server

  const cut = () => {
    isCut = true
    server.close()
    sockets.forEach((socket) => socket.destroy())
  }
  const join = (browser: Socket) => {
    const behind = connect(Number(target.port), target.hostname)
    let dooms = false
    for (const [from, to] of [[browser, behind], [behind, browser]] as const) {
      sockets.add(from)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
    browser.on('data', (data) => {
      dooms ||= Boolean(last?.test(data.toString('latin1')))
      behind.write(data)
    })
    behind.on('data', (data) => (dooms ? cut() : browser.write(data)))
  }
  const listen = (port: number) =>
    new Promise<number>((ready) => {
      server = createServer(join).listen(port, target.hostname, () => ready((server.address() as { port: number }).port))
    })

  const port = await listen(0)
  return {
    address: `${target.protocol}//${target.hostname}:${port}`,
    cut,
    /** The server does what is asked and is killed before it can say so. */
    cutAfter: (request: RegExp) => void (last = request),
    isCut: () => isCut,
    async mend() {
      last = undefined
      isCut = false
      await listen(port)
    },
  }
}
