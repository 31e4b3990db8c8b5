import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Below the ports of whole systems (apps/e2e) and what the kernel gives to outgoing connections: neither takes one between its draw and its use.
const range = { lowest: 10_000, beyond: 20_000 };
function firstEphemeral(): number {
  try {
    return Number(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').trim().split(/\s+/)[0]);
  } catch {
    return 32_768;
  }
}

/** Ports in our range that fetch refuses to ask ("bad port", WHATWG Fetch, port blocking). */
const refusedByFetch = [10_080];

/** How long a drawn port belongs to who drew it; by then its program listens, or is over. */
const claimMs = 10 * 60_000;

/** Whether no other process of this user drew the port lately; it is taken then. A folder for each user: one may not write in another’s. */
function claim(port: number): boolean {
  const folder = join(tmpdir(), `bindery-ports-${process.getuid?.() ?? 'mine'}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, String(port));
  try {
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if (Date.now() - statSync(file).mtimeMs < claimMs) return false;
  utimesSync(file, new Date(), new Date());
  return true;
}

const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/**
 * A loopback port for one program of a test: nobody listens on it, no other process was given it lately, and fetch asks it.
 *
 * @param draw a number from the first, below the second
 */
export async function freePort(draw: (from: number, to: number) => number = randomInt): Promise<number> {
  // A machine that gives away nearly all of them leaves no range of ours: its own choice is as good then.
  const end = firstEphemeral();
  const [from, to] = end > range.lowest + 1_000 ? [range.lowest, Math.min(end, range.beyond)] : [end, 60_999];
  for (;;) {
    const port = draw(from, to);
    if (!refusedByFetch.includes(port) && claim(port) && (await canListen(port))) return port;
  }
}
