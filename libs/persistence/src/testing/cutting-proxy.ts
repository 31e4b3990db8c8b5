import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface CuttingProxy {
  /** The same database, reached through the proxy. */
  readonly url: string;
  /** How much was passed on to PostgreSQL since the last call of `cutAfter`, and in how many writes. */
  readonly passed: { readonly bytes: number; readonly writes: number };
  /** Cuts the connection once so many more bytes were passed on to PostgreSQL; an answer to the last of them is not passed back. */
  cutAfter(bytes: number): void;
  stop(): void;
}

/** Stands between a client and PostgreSQL and breaks their connection at an exact place. */
export async function startCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const passed = { bytes: 0, writes: 0 };
  let cutAt = Infinity;

  const proxy = createServer((client) => {
    const server = connect(Number(target.port), target.hostname);
    const cut = () => [client, server].forEach((socket) => socket.destroy());
    for (const socket of [client, server]) {
      sockets.add(socket.setNoDelay());
      socket.on('error', cut).on('close', cut);
    }
    server.on('data', (data) => passed.bytes < cutAt && client.write(data));
    client.on('data', (data) => {
      const part = data.subarray(0, cutAt - passed.bytes);
      passed.bytes += part.length;
      passed.writes += 1;
      if (passed.bytes < cutAt) server.write(part);
      // Closed in order, so that PostgreSQL reads all of the part.
      else server.end(part, () => client.destroy());
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: Object.assign(new URL(databaseUrl), {
      hostname: '127.0.0.1',
      port: String((proxy.address() as AddressInfo).port),
    }).href,
    passed,
    cutAfter(bytes) {
      Object.assign(passed, { bytes: 0, writes: 0 });
      cutAt = bytes;
    },
    stop() {
      proxy.close();
      sockets.forEach((socket) => socket.destroy());
    },
  };
}
