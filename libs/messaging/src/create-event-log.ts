import type { Log } from '@bindery/service';
import type { KafkaSecurity } from './kafka/kafka-client';
import { createKafkaTransport } from './kafka/kafka-transport';
import { createPostgresTransport } from './postgres/postgres-transport';
import type { Transport } from './transport/transport';

/** Where the event log is: exactly one of the two. */
export interface EventLogAddress {
  /** URL of the event-log database, as the service's own user. */
  readonly eventLogUrl?: string | undefined;
  /** `host:port` of some brokers. */
  readonly kafkaBrokers?: readonly string[] | undefined;
  readonly kafkaSecurity?: KafkaSecurity | undefined;
}

/** Whose transport it is. */
export interface EventLogOptions {
  readonly service: string;
  readonly log: Log;
}

/** The transport for an address. Throws if none or both kinds are given. */
export function createEventLog(
  { eventLogUrl, kafkaBrokers, kafkaSecurity }: EventLogAddress,
  { service, log }: EventLogOptions,
): Transport {
  if (eventLogUrl && !kafkaBrokers?.length) return createPostgresTransport({ url: eventLogUrl, service, log });
  if (kafkaBrokers?.length && !eventLogUrl)
    return createKafkaTransport({ brokers: kafkaBrokers, security: kafkaSecurity, service, log });
  throw new Error('exactly one of EVENT_LOG_URL and KAFKA_BROKERS says where the event log is');
}
