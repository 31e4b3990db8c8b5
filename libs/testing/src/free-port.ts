import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

// Below what the system gives to outgoing connections and to who listens on port 0: none of them takes the port between now and its use.
const lowest = 10_000;
function firstEphemeral(): number {
  try {
    return Number(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').trim().split(/\s+/)[0]);
  } catch {
    return 32_768;
  }
}

const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A loopback port that nobody listens on now, drawn from those that the system does not give away by itself. */
export async function freePort(): Promise<number> {
  const end = firstEphemeral();
  // A machine that gives away nearly all of them leaves no range of ours: its own choice is as good then.
  const [from, to] = end > lowest + 1_000 ? [lowest, end] : [end, 60_999];
  for (;;) {
    const port = randomInt(from, to);
    if (await canListen(port)) return port;
  }
}
