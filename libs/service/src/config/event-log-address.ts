import type { eventLogConfig } from './base-config';
import { toKafkaSecurity } from './kafka-security';
import type { Config } from './read-config';

/** Where the event log is, and how a program shows there who it is; what `createEventLog` of messaging takes. */
export const toEventLogAddress = (config: Config<typeof eventLogConfig>) => ({
  eventLogUrl: config.EVENT_LOG_URL,
  kafkaBrokers: config.KAFKA_BROKERS,
  kafkaSecurity: toKafkaSecurity(config),
});
