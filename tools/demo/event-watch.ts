import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { topics } from '@bindery/event-contracts';
import { createEventLog, type KafkaSecurity } from '@bindery/messaging';
import { createLog } from '@bindery/service';

export interface WatchedEvent {
  readonly type: string;
  readonly topic: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface EventWatch {
  /** The events of an account since the last call, once all `wanted` types are among them; throws after ten seconds. */
  next(accountId: string, wanted: readonly string[]): Promise<readonly WatchedEvent[]>;
  stop(): Promise<void>;
}

export interface EventLogAddress {
  readonly eventLogUrl?: string;
  readonly kafkaBrokers?: readonly string[];
  readonly kafkaSecurity?: KafkaSecurity;
}

const waitMs = 10_000;

/**
 * What was seen. Each account has a place of its own in it, so that an event that is waited for is found whenever it came; of all others only
 * those are told that came after anybody was told last.
 */
export function createSeenEvents(withinMs = waitMs) {
  const seen: WatchedEvent[] = [];
  const told = new Map<string, number>();
  let last = 0;
  return {
    add: (event: WatchedEvent): void => void seen.push(event),
    async next(accountId: string, wanted: readonly string[]): Promise<readonly WatchedEvent[]> {
      const deadline = Date.now() + withinMs;
      for (;;) {
        const from = told.get(accountId) ?? 0;
        const isTold = ({ type, data }: WatchedEvent, at: number) =>
          at >= from && data.accountId === accountId && (at >= last || wanted.includes(type));
        const fresh = seen.filter(isTold);
        const missing = wanted.filter((type) => !fresh.some((event) => event.type === type));
        if (missing.length === 0) {
          last = seen.length;
          told.set(accountId, last);
          return fresh;
        }
        if (Date.now() > deadline) throw new Error(`no event ${missing.join(', ')} within ${withinMs / 1000} s`);
        await pause(25);
      }
    },
  };
}

/** Reads the topics as an analyst would: a consumer group of its own on the same event log. */
export async function watchEvents(address: EventLogAddress): Promise<EventWatch> {
  const log = createLog({ service: 'analytics', level: 'silent', format: 'json' });
  const transport = createEventLog(address, { service: 'analytics', log });
  const seen = createSeenEvents();
  const member = await transport.consume({
    group: `analytics.demo-${randomBytes(4).toString('hex')}`,
    topics,
    handle: async ({ topic, headers, value }) => {
      seen.add({ type: headers.ce_type ?? '', topic, data: JSON.parse(value) as Record<string, unknown> });
    },
  });
  return {
    next: seen.next,
    async stop() {
      await member.stop();
      await transport.close();
    },
  };
}

/** Stands in where the event log cannot be reached from here: the journey goes on, without telling of events. */
export const noEventWatch: EventWatch = { next: async () => [], stop: async () => undefined };
