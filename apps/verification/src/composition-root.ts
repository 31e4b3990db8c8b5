import type { DataSource } from 'typeorm';
import { createSmsCarrier } from '@bindery/delivery-channels';
import type { Subgraph } from '@bindery/subgraph';
import { createJobRunner } from '@bindery/jobs';
import { systemClock, type Clock } from '@bindery/kernel';
import {
  createConsumers,
  createCountStale,
  createEventLog,
  createOutbox,
  createRelay,
  type ServiceTransport,
} from '@bindery/messaging';
import { type Component, type Log, type Metrics, type Role, toEventLogAddress } from '@bindery/service';
import { createDataSource, createUnitOfWork } from '@bindery/persistence';
import { readContactKeys, readSigningKey } from '@bindery/trust';
import { createContactSeal } from './contacts/contact-seal';
import { createSubscriptions } from './consumers/subscriptions';
import { createSecretDigests } from './factors/sms-code/six-digit-code';
import { buildVerificationSubgraph } from './graphql/build-schema';
import { createResolvers } from './graphql/create-resolvers';
import { createJobHandlers, jobSchedule } from './jobs/job-handlers';
import { verificationJobs } from './challenges/delivery/delivery.jobs';
import { ChallengeRow } from './challenges/challenge.entity';
import { createExpireChallenges } from './challenges/expire-challenges';
import { createFollowDelivery } from './challenges/delivery/follow-delivery';
import { createPrune } from './challenges/prune-challenges';
import { createSendCode } from './challenges/delivery/send-code';
import type { VerificationConfig } from './verification.config';

const service = 'verification';

export interface Surroundings {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock?: Clock;
  /** Another event log than the configured one. */
  readonly transport?: ServiceTransport;
}

export interface Verification {
  readonly dataSource: DataSource;
  readonly subgraph: Subgraph;
  /** The connections that every role needs. */
  readonly connections: Component;
  /** What runs beside the API, by role. */
  readonly parts: Readonly<Record<Exclude<Role, 'api'>, Component>>;
}

/** Makes every part of the service; nothing runs yet. */
export async function composeVerification(
  config: VerificationConfig,
  { log, metrics, clock = systemClock, transport = toTransport(config, log) }: Surroundings,
): Promise<Verification> {
  const { DATABASE_URL: databaseUrl } = config;
  const dataSource = createDataSource({
    url: databaseUrl,
    entities: [ChallengeRow],
    onPoolError: (err) => log.warn({ err }, 'idle database connection lost'),
  });
  const relay = createRelay({ service, databaseUrl, transport, log, metrics });
  const unitOfWork = createUnitOfWork(dataSource, { onCommit: relay.wake });
  const outbox = createOutbox({ service, clock });
  const contactSeal = createContactSeal(readContactKeys(config.CONTACT_KEYS));
  const digests = createSecretDigests(config.CODE_KEY);
  const smsCarrier = createSmsCarrier({ baseUrl: config.SMS_CARRIER_URL, key: config.SMS_CARRIER_KEY });

  const resolvers = createResolvers({
    dataSource,
    unitOfWork,
    clock,
    outbox,
    contactSeal,
    digests,
    signingKey: await readSigningKey(config.PROOF_PRIVATE_KEY),
    codesPerAddress: config.CODES_PER_ADDRESS_PER_DAY,
  });
  const consumers = createConsumers({
    group: service,
    transport,
    runInTransaction: unitOfWork.run,
    log,
    metrics,
    handlers: createSubscriptions({ contactSeal, digests, countStale: createCountStale(metrics) }),
  });
  const jobs = createJobRunner({
    databaseUrl,
    jobs: verificationJobs,
    concurrency: 4,
    schedule: jobSchedule,
    log,
    metrics,
    handlers: createJobHandlers({
      sendCode: createSendCode({ unitOfWork, clock, contactSeal, digests, smsCarrier }),
      followDelivery: createFollowDelivery({ unitOfWork, clock, smsCarrier }),
      expireChallenges: createExpireChallenges({ unitOfWork, clock, outbox }),
      prune: createPrune({ unitOfWork, clock, transport }),
    }),
  });

  return {
    dataSource,
    subgraph: buildVerificationSubgraph(resolvers),
    connections: {
      name: 'connections',
      start: async () => void (await dataSource.initialize()),
      stop: async () => {
        await transport.close();
        await dataSource.destroy();
      },
    },
    parts: {
      relay: { name: 'relay', ...relay },
      consumers: { name: 'consumers', ...consumers },
      jobs: { name: 'jobs', ...jobs },
    },
  };
}

const toTransport = (config: VerificationConfig, log: Log): ServiceTransport =>
  createEventLog(toEventLogAddress(config), { service, log });
