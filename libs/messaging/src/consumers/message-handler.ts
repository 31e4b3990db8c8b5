import type { BinderyEvent } from '@bindery/event-contracts';
import { tellError, withTrace, type Log } from '@bindery/service';
import { createBury } from './bury';
import { claimEvents } from '../inbox/claim-events';
import type { SqlSession } from '../sql-session';
import type { IncomingMessage } from '../transport/transport';
import type { ConsumerMetrics } from './consumer-metrics';
import { findHandler, type EventHandlers } from './event-handlers';
import { createOwnDatabase } from './own-database';
import { readEvent } from './read-event';
import { blockedMaxMs, retryDelaysMs } from './retry-schedule';

export interface MessageHandlerDeps<Tx extends SqlSession> {
  readonly group: string;
  readonly runInTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly handlers: EventHandlers<Tx>;
  readonly log: Log;
  readonly metrics: ConsumerMetrics;
  readonly stopping: AbortSignal;
}

/**
 * Handles one message to the end: its effect is committed, or it was there already, or it is a dead letter.
 * While the service's own database is away nothing counts as a try: that is no fault of the message.
 * Rejects only when asked to stop before the end.
 */
export function createMessageHandler<Tx extends SqlSession>(
  deps: MessageHandlerDeps<Tx>,
): (message: IncomingMessage) => Promise<void> {
  const { group, runInTransaction, handlers, log, metrics } = deps;
  const database = createOwnDatabase(deps);
  const bury = createBury({ ...deps, pause: database.pause });

  /** Whether its effect is committed now; false: it was before. */
  const applyOnce = (event: BinderyEvent, effect: (tx: Tx) => Promise<void>): Promise<boolean> =>
    runInTransaction(async (tx) => {
      const claimed = await claimEvents(tx, group, [event.id]);
      if (claimed.size) await effect(tx);
      return claimed.size > 0;
    });

  async function tryUntilDone(
    event: BinderyEvent,
    message: IncomingMessage,
    effect: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    const startedAt = performance.now();
    for (let tries = 1; ;) {
      try {
        return metrics.done(event, await applyOnce(event, effect));
      } catch (error) {
        if (!(await database.answers())) {
          await database.waitUntilBack();
          continue;
        }
        metrics.retries.inc({ type: event.type });
        log.warn({ err: error, eventId: event.id, type: event.type, tries }, 'event not handled');
        const delay = retryDelaysMs[tries - 1];
        if (delay === undefined || performance.now() - startedAt + delay > blockedMaxMs)
          return bury(message, { cause: tellError(error), tries });
        await database.pause(delay);
        tries += 1;
      }
    }
  }

  return async (message) => {
    const parsed = readEvent(message);
    if (!parsed.ok) return bury(message, { cause: parsed.error.cause, tries: 0 });
    const event = parsed.value;
    const effect = findHandler(handlers, event);
    if (!effect) return metrics.handled.inc({ type: event.type, outcome: 'skipped' });
    await withTrace(event.traceparent, () => tryUntilDone(event, message, effect));
  };
}
