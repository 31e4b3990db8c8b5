import { parseEvent, type BinderyEvent } from '@bindery/event-contracts';
import { withTrace, type Log } from '@bindery/service';
import { pause } from '../connection/pause';
import { recordDeadLetter, type Failure } from '../dead-letters/record-dead-letter';
import { claimEvents } from '../inbox/claim-events';
import type { SqlSession } from '../sql-session';
import type { IncomingMessage } from '../transport/transport';
import type { ConsumerMetrics } from './consumer-metrics';
import { findHandler, type EventHandlers } from './event-handlers';
import { blockedAtMostMs, retryDelaysMs } from './retry-schedule';

export interface MessageHandlerDeps<Tx extends SqlSession> {
  readonly group: string;
  readonly runInTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly handlers: EventHandlers<Tx>;
  readonly log: Log;
  readonly metrics: ConsumerMetrics;
  readonly stopping: AbortSignal;
}

/** How long to wait before asking again whether the database is back. */
const databasePollMs = 250;

/**
 * Handles one message to the end: its effect is committed, or it was there already, or it is a dead letter.
 * While the service's own database is away nothing counts as a try: that is no fault of the message.
 * Rejects only when asked to stop before the end.
 */
export function createMessageHandler<Tx extends SqlSession>(
  deps: MessageHandlerDeps<Tx>,
): (message: IncomingMessage) => Promise<void> {
  const { group, runInTransaction, handlers, log, metrics, stopping } = deps;

  async function tryUntilDone(
    event: BinderyEvent,
    message: IncomingMessage,
    effect: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    const startedAt = performance.now();
    for (let tries = 1; ;) {
      try {
        const fresh = await runInTransaction(async (tx) => {
          const claimed = await claimEvents(tx, group, [event.id]);
          if (claimed.size) await effect(tx);
          return claimed.size > 0;
        });
        return metrics.done(event, fresh);
      } catch (error) {
        if (!(await databaseAnswers())) {
          await waitForDatabase();
          continue;
        }
        metrics.retries.inc({ type: event.type });
        log.warn({ err: error, eventId: event.id, type: event.type, tries }, 'event not handled');
        const delay = retryDelaysMs[tries - 1];
        if (delay === undefined || performance.now() - startedAt + delay > blockedAtMostMs)
          return bury(message, { cause: String(error), tries });
        await pauseUnlessStopping(delay);
        tries += 1;
      }
    }
  }

  async function bury(message: IncomingMessage, failure: Failure): Promise<void> {
    for (;;) {
      try {
        await runInTransaction((tx) => recordDeadLetter(tx, group, message, failure));
        break;
      } catch (error) {
        log.warn({ err: error }, 'dead letter not recorded, trying again');
        await pauseUnlessStopping(databasePollMs);
      }
    }
    metrics.handled.inc({ type: message.headers.ce_type ?? 'none', outcome: 'dead' });
    log.error(
      {
        ...failure,
        eventId: message.headers.ce_id,
        topic: message.topic,
        partition: message.partition,
        offset: message.offset,
      },
      'dead letter',
    );
  }

  const databaseAnswers = () =>
    runInTransaction((tx) => tx.query('select 1')).then(
      () => true,
      () => false,
    );

  async function waitForDatabase(): Promise<void> {
    log.warn({ group }, 'database away, waiting');
    do await pauseUnlessStopping(databasePollMs);
    while (!(await databaseAnswers()));
  }

  async function pauseUnlessStopping(ms: number): Promise<void> {
    await pause(ms, stopping);
    if (stopping.aborted) throw new Error('stopped before the event was handled');
  }

  return async (message) => {
    const parsed = parseEvent(message);
    if (!parsed.ok) return bury(message, { cause: `${parsed.error.kind}: ${parsed.error.detail}`, tries: 0 });
    const event = parsed.value;
    const effect = findHandler(handlers, event);
    if (!effect) return metrics.handled.inc({ type: event.type, outcome: 'skipped' });
    await withTrace(event.traceparent, () => tryUntilDone(event, message, effect));
  };
}
