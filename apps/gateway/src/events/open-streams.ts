import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { EventStream } from './event-stream';
import type { EndReason } from './frames';

/** Whose stream it is. */
export interface StreamOwner {
  readonly accountId: Id<'account'>;
  readonly sessionId: Id<'session'>;
  readonly address: string;
}

/** Many devices of one account, many accounts behind one address, and what one process holds. */
export interface StreamLimits {
  readonly perAccount: number;
  readonly perAddress: number;
  readonly inAll: number;
}

export interface TooManyStreams {
  readonly kind: 'TOO_MANY_OF_ACCOUNT' | 'TOO_MANY_OF_ADDRESS' | 'TOO_MANY_IN_ALL';
}

/** The streams that are open in this process: one for each session. */
export interface OpenStreams {
  readonly size: number;
  /** Whether one more may open; that of the same session makes room for it. */
  admit(owner: StreamOwner): Result<undefined, TooManyStreams>;
  /** Puts a stream in, and ends the one that the session had. */
  add(owner: StreamOwner, stream: EventStream): void;
  remove(owner: StreamOwner, stream: EventStream): void;
  ofAccount(accountId: Id<'account'>): Iterable<EventStream>;
  endSession(sessionId: Id<'session'>): void;
  endAll(reason: EndReason): void;
}

export function createOpenStreams(limits: StreamLimits): OpenStreams {
  const bySession = new Map<string, EventStream>();
  const byAccount = new Map<string, Set<EventStream>>();
  const byAddress = new Map<string, Set<EventStream>>();
  return {
    get size() {
      return bySession.size;
    },
    admit({ accountId, sessionId, address }) {
      const replaced = bySession.get(sessionId);
      const hasRoom = (set: ReadonlySet<EventStream> | undefined, most: number) =>
        (set?.size ?? 0) - (replaced && set?.has(replaced) ? 1 : 0) < most;
      if (!hasRoom(byAccount.get(accountId), limits.perAccount)) return err({ kind: 'TOO_MANY_OF_ACCOUNT' });
      if (!hasRoom(byAddress.get(address), limits.perAddress)) return err({ kind: 'TOO_MANY_OF_ADDRESS' });
      return bySession.size - (replaced ? 1 : 0) < limits.inAll ? ok(undefined) : err({ kind: 'TOO_MANY_IN_ALL' });
    },
    add({ accountId, sessionId, address }, stream) {
      bySession.get(sessionId)?.end('REPLACED');
      bySession.set(sessionId, stream);
      addTo(byAccount, accountId, stream);
      addTo(byAddress, address, stream);
    },
    remove({ accountId, sessionId, address }, stream) {
      if (bySession.get(sessionId) === stream) bySession.delete(sessionId);
      removeFrom(byAccount, accountId, stream);
      removeFrom(byAddress, address, stream);
    },
    ofAccount: (accountId) => byAccount.get(accountId) ?? [],
    endSession: (sessionId) => bySession.get(sessionId)?.end('SESSION_ENDED'),
    endAll(reason) {
      for (const stream of [...bySession.values()]) stream.end(reason);
    },
  };
}

function addTo(sets: Map<string, Set<EventStream>>, key: string, stream: EventStream): void {
  const set = sets.get(key);
  if (set) set.add(stream);
  else sets.set(key, new Set([stream]));
}

function removeFrom(sets: Map<string, Set<EventStream>>, key: string, stream: EventStream): void {
  const set = sets.get(key);
  set?.delete(stream);
  if (set?.size === 0) sets.delete(key);
}
