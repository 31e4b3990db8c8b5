import type { Log } from '@bindery/service';
import { Kafka, logLevel, type KafkaConfig, type LogEntry } from 'kafkajs';
import './no-idle-timers';

/** How a client proves who it is and knows whom it speaks to. A login is only ever sent over TLS. */
export interface KafkaSecurity {
  /** PEM of the authority that signed the brokers' certificates; the well-known ones when left out. */
  readonly ca?: string | undefined;
  /** SCRAM-SHA-512. */
  readonly login?: { readonly username: string; readonly password: string } | undefined;
}

export interface KafkaOptions {
  readonly brokers: readonly string[];
  readonly service: string;
  readonly log: Log;
  /** Left out: plain TCP without a login, for one machine or a network of one's own. */
  readonly security?: KafkaSecurity | undefined;
}

/** `retries`: how often something is tried again before it fails; endlessly when left out. */
export function createKafkaClient(
  { brokers, service, log, security }: KafkaOptions,
  { retries = Number.MAX_SAFE_INTEGER } = {},
): Kafka {
  return new Kafka({
    brokers: [...brokers],
    clientId: service,
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    // With the defaults a broker that was away for 0.3 s is back in use after 7 to 38 s; with these after about 5 s.
    retry: { initialRetryTime: 100, multiplier: 1.5, maxRetryTime: 1_000, retries },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => writeTo(log, entry),
    ...(security && secure(security)),
  });
}

const secure = ({ ca, login }: KafkaSecurity): Pick<KafkaConfig, 'ssl' | 'sasl'> => ({
  ssl: ca ? { ca: [ca] } : true,
  ...(login && { sasl: { mechanism: 'scram-sha-512', ...login } }),
});

/** kafkajs calls errors what it then retries; what it gives up on is thrown and logged by whoever asked. */
function writeTo(log: Log, { namespace, log: { message, error } }: LogEntry): void {
  log.warn({ part: namespace, detail: typeof error === 'string' ? error : undefined }, `kafka: ${message}`);
}
