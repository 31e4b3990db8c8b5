import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from './start-error';
import type { Ports } from './topology';

/** After a start that was killed its programs need a moment to end by themselves. */
const patienceMs = 10_000;

/** Throws a StartError that names the first port somebody else listens on; waits a little when that may be our own past. */
export async function checkPortsFree(
  ports: Ports,
  { kafka, afterCrash }: { kafka: boolean; afterCrash: boolean },
): Promise<void> {
  const deadline = Date.now() + (afterCrash ? patienceMs : 0);
  for (const [name, port] of Object.entries(ports)) {
    if (name.startsWith('kafka') && !kafka) continue;
    while (!(await isFree(port))) {
      if (Date.now() > deadline)
        throw new StartError(
          `Port ${port}, which ${name} needs, is taken by another program.`,
          `Stop that program, or choose other ports: npm start -- --port ${another(ports.gateway)}`,
        );
      await pause(100);
    }
  }
}

/** Far enough to have none of the others in common. */
const another = (port: number): number => (port + 1_000 <= 65_000 ? port + 1_000 : port - 1_000);

/** On both loopback addresses: browsers try `localhost` as IPv6 first, and would find somebody else there. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // Any other error means that the machine has no such address, and then nobody can be there.
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
