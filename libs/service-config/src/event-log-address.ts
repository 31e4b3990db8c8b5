import type { serviceConfig } from './base-config';
import { toKafkaSecurity } from './kafka-security';
import type { Config } from './read-config';

/** Where a service's events go, and how it shows there who it is; what `createEventLog` of messaging takes. */
export const toEventLogAddress = (config: Config<typeof serviceConfig>) => ({
  eventLogUrl: config.EVENT_LOG_URL,
  kafkaBrokers: config.KAFKA_BROKERS,
  kafkaSecurity: toKafkaSecurity(config),
});
