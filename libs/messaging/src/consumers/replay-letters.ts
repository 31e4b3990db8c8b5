import { tellError, withTrace } from '@bindery/service';
import { pause } from '../connection/pause';
import { findHandler } from './event-handlers';
import type { MessageHandlerDeps } from './message-handler';
import { readEvent } from './read-event';
import { claimEvents } from '../inbox/claim-events';
import type { SqlSession } from '../sql-session';
import { markReplayed, reopen, takeAskedLetter, type DeadLetter } from '../dead-letters/dead-letter-store';

/** A person waits for it, but seldom. */
const lookEveryMs = 1_000;

type Deps<Tx extends SqlSession> = Omit<MessageHandlerDeps<Tx>, 'metrics'>;

/**
 * Tries letters again that somebody asked for, one transaction each, with the handlers of now; until told to stop. A letter is handled after
 * later events of its key: handlers know stale versions by `sequence`.
 */
export async function replayLetters<Tx extends SqlSession>(deps: Deps<Tx>): Promise<void> {
  const { stopping, log } = deps;
  while (!stopping.aborted) {
    const replayed = await replayOne(deps).catch((error: unknown) => {
      log.debug({ err: error }, 'dead letters not looked at');
      return false;
    });
    if (!replayed) await pause(lookEveryMs, stopping);
  }
}

/** False if nobody asked for any. */
async function replayOne<Tx extends SqlSession>({
  group,
  runInTransaction,
  handlers,
  log,
}: Deps<Tx>): Promise<boolean> {
  let taken: DeadLetter | undefined;
  try {
    await runInTransaction(async (tx) => {
      taken = await takeAskedLetter(tx, group);
      if (!taken) return;
      await apply(taken, tx);
      await markReplayed(tx, taken.position);
    });
    if (taken) log.info({ deadLetter: taken.position }, 'dead letter replayed');
  } catch (error) {
    if (!taken) throw error;
    const { position } = taken;
    log.warn({ err: error, deadLetter: position }, 'dead letter failed again');
    await runInTransaction((tx) => reopen(tx, position, tellError(error)));
  }
  return taken !== undefined;

  async function apply(letter: DeadLetter, tx: Tx): Promise<void> {
    const parsed = readEvent(letter);
    if (!parsed.ok) throw new Error(parsed.error.cause);
    const effect = findHandler(handlers, parsed.value);
    if (!effect) throw new Error(`${group} has no handler for ${parsed.value.type}`);
    const fresh = await claimEvents(tx, group, [parsed.value.id]);
    if (fresh.size) await withTrace(parsed.value.traceparent, () => effect(tx));
  }
}
