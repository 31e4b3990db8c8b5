import { createServer } from 'node:net';
import { StartError } from './start-error';
import type { Ports } from './topology';

/** Throws a StartError that names the first port somebody else listens on. */
export async function checkPortsFree(ports: Ports): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    throw new StartError(`Port ${port}, which ${name} needs, is taken by another program.`, `Stop that program, or choose other ports: npm start -- --port ${ports.gateway + 1000}`);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
