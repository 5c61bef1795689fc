import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut: what is open breaks off and nobody answers any more; or that swallows all. */
export async function openProxy(target: URL) {
  const sockets = new Set<Socket>();
  let hangs = false;
  const server = createServer((incoming) => {
    const outgoing = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        incoming.destroy();
        outgoing.destroy();
      });
    }
    incoming.on('data', (bytes) => hangs || outgoing.write(bytes));
    outgoing.on('data', (bytes) => hangs || incoming.write(bytes));
  });
  const listen = (port: number) =>
    new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  await listen(0);
  const { port } = server.address() as { port: number };
  const url = new URL(target);
  url.host = `127.0.0.1:${port}`;
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    url: url.href,
    cut,
    mend: () => listen(port),
    hang() {
      hangs = true;
    },
    /** What hung stays broken: whoever waited has given up. */
    goOn() {
      hangs = false;
      for (const socket of sockets) socket.destroy();
    },
  };
}
