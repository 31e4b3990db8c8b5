import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMarked } from '../start/data/data-folder';
import { readRunning } from '../start/data/running';
import type { EventLogAddress } from './event-watch';

export interface Asked {
  readonly data: string;
  /** Whether somebody named the folder; the usual one need not be there, e.g. beside Compose. */
  readonly named: boolean;
  readonly port: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type FoundEventLog =
  | { readonly kind: 'FOUND'; readonly address: EventLogAddress }
  /** A folder was named that is not the one of the system. */
  | { readonly kind: 'noFolder' | 'otherSystem' }
  | { readonly kind: 'noEvents' };

/** The running system says in its data folder where its events are; elsewhere the usual variables do. */
export function findEventLog({ data, named, port, env }: Asked): FoundEventLog {
  const file = join(data, 'event-log.json');
  const there = existsSync(file);
  // Whether the containers of a folder of Compose run cannot be seen in it; a folder of `npm start` says so.
  const ofSystem = there && (!isMarked(data) || readRunning(data)?.port === port);
  if (ofSystem) return { kind: 'FOUND', address: JSON.parse(readFileSync(file, 'utf8')) as EventLogAddress };
  if (named) return { kind: there ? 'otherSystem' : 'noFolder' };
  const { EVENT_LOG_URL, KAFKA_BROKERS } = env;
  if (EVENT_LOG_URL ?? KAFKA_BROKERS)
    return { kind: 'FOUND', address: { eventLogUrl: EVENT_LOG_URL, kafkaBrokers: KAFKA_BROKERS?.split(',') } };
  return { kind: 'noEvents' };
}
