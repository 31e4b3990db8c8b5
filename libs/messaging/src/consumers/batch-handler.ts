import type { BinderyEvent } from '@bindery/event-contracts';
import { withTrace } from '@bindery/service';
import { claimEvents } from '../inbox/claim-events';
import type { SqlSession } from '../sql-session';
import type { IncomingMessage } from '../transport/transport';
import { findHandler } from './event-handlers';
import type { MessageHandlerDeps } from './message-handler';
import { readEvent } from './read-event';

/**
 * Handles messages of one partition in one transaction: one inbox statement, the effects in order, one commit. Answers false when nothing
 * was done: a message cannot be read or a handler failed, so each shall be handled on its own, with its own tries.
 */
export function createBatchHandler<Tx extends SqlSession>(
  deps: Omit<MessageHandlerDeps<Tx>, 'stopping'>,
): (messages: readonly IncomingMessage[]) => Promise<boolean> {
  const { group, runInTransaction, handlers, log, metrics } = deps;

  async function applyFresh(tx: Tx, events: readonly BinderyEvent[]): Promise<boolean[]> {
    const fresh = await claimEvents(
      tx,
      group,
      events.map(({ id }) => id),
    );
    const applied: boolean[] = [];
    for (const event of events) {
      // Taken out of the set: the same event twice in one batch has its effect once.
      const isFresh = fresh.delete(event.id);
      if (isFresh) await withTrace(event.traceparent, () => findHandler(handlers, event)?.(tx));
      applied.push(isFresh);
    }
    return applied;
  }

  return async (messages) => {
    const parsed = messages.map(readEvent);
    const readable = parsed.flatMap((each) => (each.ok ? [each.value] : []));
    if (readable.length < messages.length) return false;
    const events = readable.filter((event) => handlers[event.type]);
    try {
      const applied = events.length ? await runInTransaction((tx) => applyFresh(tx, events)) : [];
      events.forEach((event, index) => metrics.done(event, applied[index] === true));
    } catch (error) {
      log.info({ err: error, events: events.length }, 'events not handled together, now one by one');
      return false;
    }
    for (const event of readable)
      if (!handlers[event.type]) metrics.handled.inc({ type: event.type, outcome: 'skipped' });
    return true;
  };
}
