import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from './start-error';
import { portsFrom, readyUrlOf, services, type Ports } from './topology';

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
          await takenBy(ports.gateway, `Port ${port}, which ${name} needs`),
          `Stop that one, or take other ports: npm start -- --port ${another(ports.gateway)}`,
        );
      await pause(100);
    }
  }
}

/** What stands in the way, told by the port that a system is started with. */
async function takenBy(gateway: number, needed: string): Promise<string> {
  if (await isBindery(gateway))
    return `Another Bindery runs on port ${gateway}, with the ports above it that its parts need.`;
  return `${needed} where the system is on port ${gateway}, is taken by another program.`;
}

/** All programs of a system say at ports of their own that they live. */
async function isBindery(gateway: number): Promise<boolean> {
  const ports = portsFrom(gateway);
  const lives = await Promise.all(
    services.map((name) =>
      fetch(new URL('/health/live', readyUrlOf(ports[name])), { signal: AbortSignal.timeout(1_000) }).then(
        ({ ok }) => ok,
        () => false,
      ),
    ),
  );
  return lives.some((isAlive) => isAlive);
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
