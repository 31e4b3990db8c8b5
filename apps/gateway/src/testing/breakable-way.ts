import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '@bindery/testing';

/** A way to a server on this machine that can be cut: connections are reset and refused until it is mended. */
export interface BreakableWay {
  /** The URL of the server by this way. */
  readonly url: string;
  cut(): void;
  mend(): Promise<void>;
}

export async function startBreakableWay(target: string): Promise<BreakableWay> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  let server: Server | undefined;

  async function mend(): Promise<void> {
    server = createServer((client) => {
      const onward = connect(Number(new URL(target).port), '127.0.0.1');
      const end = () => [client, onward].forEach((socket) => (sockets.delete(socket), socket.destroy()));
      for (const socket of [client, onward]) sockets.add(socket.on('error', end).on('close', end));
      client.pipe(onward).pipe(client);
    });
    await new Promise<void>((done) => server?.listen(port, '127.0.0.1', done));
  }

  await mend();
  return {
    url: Object.assign(new URL(target), { hostname: '127.0.0.1', port: String(port) }).href,
    cut() {
      server?.close();
      for (const socket of sockets) socket.destroy();
    },
    mend,
  };
}
