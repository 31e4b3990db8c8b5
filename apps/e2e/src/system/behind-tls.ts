import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

export interface BehindTls {
  /** The https addresses, in the order of the plain ones. */
  readonly urls: readonly string[];
  /** PEM of who is to be trusted there, for NODE_EXTRA_CA_CERTS. */
  readonly authorityFile: string;
  stop(): Promise<void>;
}

/** Stands before parts of the running system that speak plain HTTP, as development does, so that a part as in production can reach them. */
export async function behindTls(plain: readonly string[]): Promise<BehindTls> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), 'bindery-tls-'));
  const authorityFile = join(folder, 'ca.pem');
  writeFileSync(authorityFile, cert);
  const servers = await Promise.all(plain.map((target) => stand({ cert, key }, target)));
  return {
    urls: servers.map((server) => `https://127.0.0.1:${(server.address() as AddressInfo).port}`),
    authorityFile,
    async stop() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
      rmSync(folder, { recursive: true });
    },
  };
}

async function stand(tls: { cert: string; key: string }, target: string): Promise<Server> {
  const server = createServer(tls, (incoming, outgoing) => {
    const { method, headers, url } = incoming;
    const forwarded = request(`${target}${url}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
