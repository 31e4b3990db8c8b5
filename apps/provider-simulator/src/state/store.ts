import { mkdir } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { ClassicLevel } from 'classic-level';

/** A record by its key, put or taken away. */
export type Change =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

/** What is kept on disk. */
export interface Store {
  write(change: Change): void;
  /** Resolves when everything written so far is on disk; rejects when it is not. */
  flushed(): Promise<void>;
  close(): Promise<void>;
}

export class StateBroken extends Error {
  override name = 'StateBroken';
}

/** For tests and for a simulator that may forget everything when it stops. */
export const memoryStore: Store = {
  write: () => undefined,
  flushed: async () => undefined,
  close: async () => undefined,
};

/** Opens the LevelDB in `folder` and reads all of it, in the order of the keys. Throws StateBroken when that is not possible. */
export async function openStore(folder: string): Promise<{ store: Store; loaded: readonly [string, unknown][] }> {
  await mkdir(folder, { recursive: true });
  // A compressed file could hide from whoever looks through it for what must not be there.
  const db = new ClassicLevel<string, unknown>(folder, { valueEncoding: 'json', compression: false });
  try {
    await db.open();
    return { loaded: await db.iterator().all(), store: createStore(db) };
  } catch (error) {
    await db.close();
    const { code, message } = ((error as Error).cause ?? error) as Error & { code?: string };
    if (code === 'LEVEL_LOCKED') throw new StateBroken(`${folder} is in use by another simulator`);
    throw new StateBroken(`${folder} cannot be read (${message}); delete it to begin with an empty world`);
  }
}

/** Changes made while others are on their way to the disk go there together, all or none. */
function createStore(db: ClassicLevel<string, unknown>): Store {
  let pending: Change[] = [];
  let underWay: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const writeBatch = async () => {
    const changes = pending;
    pending = [];
    try {
      await db.batch(changes, { sync: true });
    } catch (error) {
      pending = [...changes, ...pending]; // the next batch has them too
      throw error;
    } finally {
      underWay = undefined;
    }
  };

  const writeNext = async () => {
    await (underWay?.catch(() => undefined) ?? setImmediate()); // so that all changes of this turn go together
    next = undefined;
    underWay = writeBatch();
    await underWay;
  };

  const writeSoon = () => {
    next ??= writeNext();
    next.catch(() => undefined); // whoever waits for flushed() learns of it
    return next;
  };
  const flushed = () => (pending.length > 0 ? writeSoon() : (underWay ?? Promise.resolve()));

  return {
    write(change) {
      pending.push(change);
      writeSoon();
    },
    flushed,
    close: () => flushed().finally(() => db.close()),
  };
}
