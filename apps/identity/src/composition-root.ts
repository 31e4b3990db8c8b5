import type { DataSource } from 'typeorm';
import type { Subgraph } from '@bindery/subgraph';
import { createJobRunner } from '@bindery/jobs';
import { systemClock, type Clock } from '@bindery/kernel';
import { createEventLog, createOutbox, createRelay } from '@bindery/messaging';
import { type Component, type Log, type Metrics, toEventLogAddress } from '@bindery/service';
import { createDataSource, createUnitOfWork } from '@bindery/persistence';
import { readContactKeys, readKeySet, readSigningKey } from '@bindery/trust';
import { buildIdentitySubgraph } from './graphql/build-schema';
import { createResolvers } from './graphql/create-resolvers';
import type { PublishedKeys } from './tokens/jwks.route';
import type { IdentityConfig } from './identity.config';
import { identityJobs } from './jobs/identity-jobs';
import { createJobHandlers, jobSchedule } from './jobs/job-handlers';
import { createAccountJournal } from './accounts/account-journal';
import { createAccounts } from './accounts/account.repository';
import { entities } from './persistence/entities';
import { createContactVault } from './accounts/contact-vault';
import { createHashGate } from './passwords/hash-gate';
import { createPasswordHashing, type Argon2 } from './passwords/password-hashing';
import { createPhoneProofs } from './proofs/phone-proofs';
import { createRefreshTokens } from './tokens/refresh-token';
import { createIssueTokens } from './tokens/issue-tokens';
import { createPrune } from './use-cases/prune';

const service = 'identity';

export interface Surroundings {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly clock?: Clock;
  readonly argon2?: Argon2;
}

export interface Identity {
  readonly dataSource: DataSource;
  readonly subgraph: Subgraph;
  readonly publishedKeys: PublishedKeys;
  /** The connections that every role needs. */
  readonly connections: Component;
  /** What runs beside the API, by role. Nobody's events are consumed here. */
  readonly parts: Readonly<Record<'relay' | 'jobs', Component>>;
}

/** Makes every part of the service; nothing runs yet. */
export async function composeIdentity(
  config: IdentityConfig,
  { log, metrics, clock = systemClock, argon2 }: Surroundings,
): Promise<Identity> {
  const { DATABASE_URL: databaseUrl } = config;
  const dataSource = createDataSource({
    url: databaseUrl,
    entities,
    onPoolError: (err) => log.warn({ err }, 'idle database connection lost'),
  });
  const transport = createEventLog(toEventLogAddress(config), { service, log });
  const relay = createRelay({ service, databaseUrl, transport, log, metrics });
  const unitOfWork = createUnitOfWork(dataSource, { onCommit: relay.wake });
  const journal = createAccountJournal({ outbox: createOutbox({ service, clock }), clock });
  const vault = createContactVault({
    contactKeys: readContactKeys(config.CONTACT_KEYS),
    lookupKey: config.CONTACT_LOOKUP_KEY,
  });
  const gate = createHashGate({
    atOnce: config.PASSWORD_HASHES_AT_ONCE,
    waitingMax: config.PASSWORD_HASHES_WAITING,
    clock,
  });
  const refreshTokens = createRefreshTokens(config.REFRESH_TOKEN_KEYS);

  const resolvers = createResolvers({
    dataSource,
    unitOfWork,
    clock,
    vault,
    refreshTokens,
    accounts: createAccounts({ vault, journal }),
    hashing: createPasswordHashing({ gate, pepper: config.PASSWORD_PEPPER, argon2 }),
    proofs: createPhoneProofs({ keys: readKeySet(config.PROOF_PUBLIC_KEYS), clock }),
    issueTokens: createIssueTokens({
      signingKey: await readSigningKey(config.ACCESS_TOKEN_PRIVATE_KEY),
      refreshTokens,
      clock,
    }),
  });
  const jobs = createJobRunner({
    databaseUrl,
    jobs: identityJobs,
    concurrency: 1,
    schedule: jobSchedule,
    log,
    metrics,
    handlers: createJobHandlers({ prune: createPrune({ unitOfWork, transport, clock }), log }),
  });

  return {
    dataSource,
    subgraph: buildIdentitySubgraph(resolvers),
    publishedKeys: {
      accessTokenPrivateKey: config.ACCESS_TOKEN_PRIVATE_KEY,
      others: config.ACCESS_TOKEN_OTHER_PUBLIC_KEYS?.keys,
    },
    connections: {
      name: 'connections',
      start: async () => void (await dataSource.initialize()),
      stop: async () => {
        await transport.close();
        await dataSource.destroy();
      },
    },
    parts: { relay: { name: 'relay', ...relay }, jobs: { name: 'jobs', ...jobs } },
  };
}
