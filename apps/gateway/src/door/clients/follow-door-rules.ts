import { readFile } from 'node:fs/promises';
import { unwatchFile, watchFile } from 'node:fs';
import type { Log } from '@bindery/service';
import { doorRules, type DoorRules } from './door-rules';

export interface FollowedRules {
  /** The rules as they are now. */
  current(): DoorRules;
  stop(): void;
}

/** Asked of the file system, not told by it: that also sees a mounted configuration that is swapped as a whole. */
const lookEveryMs = 1_000;

/**
 * Reads the operator's rules and follows their file: a change is taken over without a restart, a file that cannot be read or is wrong
 * leaves the rules of before in force. Throws when there are none to begin with.
 */
export async function followDoorRules(path: string, log: Log, everyMs: number = lookEveryMs): Promise<FollowedRules> {
  let rules = await read(path);
  const takeOver = () =>
    void read(path).then(
      (next) => {
        rules = next;
        log.info(
          { path, clients: Object.keys(next.clients), maintenance: next.maintenance.length },
          'took over the rules of the door',
        );
      },
      (error: unknown) =>
        log.error(
          { path, reason: error instanceof Error ? error.message : error },
          'refused the rules of the door, those of before stay in force',
        ),
    );
  watchFile(path, { interval: everyMs, persistent: false }, takeOver);
  return { current: () => rules, stop: () => unwatchFile(path, takeOver) };
}

async function read(path: string): Promise<DoorRules> {
  const parsed = doorRules.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}
