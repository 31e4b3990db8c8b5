import {
  ContractBreach,
  createEvent,
  toWireEvent,
  topicOf,
  type BinderyEvent,
  type EventType,
  type NewEvent,
} from '@bindery/event-contracts';
import type { Clock } from '@bindery/kernel';
import { currentTraceparent } from '@bindery/service';
import { sendPrepared } from '@bindery/persistence';
import type { SqlSession } from '../sql-session';

/** The way of a service into the event log. */
export interface Outbox {
  /**
   * Writes an event in the caller's transaction: it is published if, and only if, that commits.
   * In a unit of work it is not waited for. Throws ContractBreach when it does not fit its contract, or holds text that no database takes.
   */
  append<Type extends EventType>(tx: SqlSession, event: NewEvent<Type>): Promise<void>;
}

export interface OutboxDeps {
  /** `identity`, `binding` …: only its own topic's events are accepted. */
  readonly service: string;
  readonly clock: Clock;
}

/** A broker refuses messages above 1 MB for ever, and with them all that wait behind; so far below that is a bug here. */
const largestValueBytes = 256 * 1024;

/**
 * JSON.stringify writes as escapes what `isWellFormed` of kernel refuses, and PostgreSQL refuses those escapes: no reader could keep the
 * event, and those behind it would wait. A backslash that is text itself is escaped, so pairs of them come before and mean nothing.
 */
const escapesIllFormed = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** The outbox of a service: its events are checked against their contracts, and carry the trace that they are appended in. */
export function createOutbox({ service, clock }: OutboxDeps): Outbox {
  return {
    async append(tx, newEvent) {
      const event = createEvent(newEvent, { service, now: clock.now(), traceparent: currentTraceparent() });
      const { headers, value } = toWireEvent(event as unknown as BinderyEvent);
      if (Buffer.byteLength(value) > largestValueBytes)
        throw new ContractBreach(`${event.type}: larger than ${largestValueBytes} bytes`);
      const kept = JSON.stringify(headers);
      if (escapesIllFormed.test(value) || escapesIllFormed.test(kept))
        throw new ContractBreach(`${event.type}: holds text that is not well formed`);
      await sendPrepared(tx, insert, [event.id, topicOf(service), event.partitionkey, kept, value]);
    },
  };
}

const insert = {
  name: 'append event',
  text: 'insert into outbox_events (event_id, topic, key, headers, value) values ($1, $2, $3, $4, $5)',
};
