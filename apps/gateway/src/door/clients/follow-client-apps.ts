import { readFile } from 'node:fs/promises';
import { unwatchFile, watchFile } from 'node:fs';
import type { Log } from '@bindery/service';
import { clientApps, type ClientApps } from './client-apps';

export interface FollowedClientApps {
  /** The rules as they are now. */
  current(): ClientApps;
  stop(): void;
}

/** Asked of the file system, not told by it: that also sees a mounted configuration that is swapped as a whole. */
const lookEveryMs = 1_000;

/**
 * Reads the operator's rules and follows their file: a change is taken over without a restart, a file that cannot be read or is wrong
 * leaves the rules of before in force. `onTakenOver` is told of each change. Throws when there are none to begin with.
 */
export async function followClientApps(
  path: string,
  log: Log,
  everyMs: number = lookEveryMs,
  onTakenOver: () => void = () => undefined,
): Promise<FollowedClientApps> {
  let rules = await read(path);
  const takeOver = () =>
    void read(path).then(
      (next) => {
        rules = next;
        onTakenOver();
        log.info(
          { path, clients: Object.keys(next.clients), maintenance: next.maintenance.length },
          'took over the rules for client apps',
        );
      },
      (error: unknown) =>
        log.error(
          { path, reason: error instanceof Error ? error.message : error },
          'refused the rules for client apps, those of before stay in force',
        ),
    );
  watchFile(path, { interval: everyMs, persistent: false }, takeOver);
  return { current: () => rules, stop: () => unwatchFile(path, takeOver) };
}

async function read(path: string): Promise<ClientApps> {
  const parsed = clientApps.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}
