import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Log, SecurityLog } from '@bindery/service';
import type { Feature } from '@bindery/subgraph';
import type { ProviderSecrets } from '../providers';
import { findBoundCredential } from './bound-credential.repository';
import { createCheckCredential } from './check-credential';
import { addReaderChecks } from './reader-checks.route';

interface ReaderCheckFoundation {
  readonly db: EntityManager;
  readonly clock: Clock;
  readonly log: Log;
  readonly security: SecurityLog;
}

/** Answers readers at doors and tills. */
export function createReaderCheck({ db, clock, log, security }: ReaderCheckFoundation, secrets: ProviderSecrets) {
  const checkCredential = createCheckCredential({
    findBoundCredential: (query) => findBoundCredential(db, query),
    clock,
  });
  return {
    feature: {
      routes: (app) => addReaderChecks(app, { checkCredential, secrets, clock, log, security }),
    } satisfies Feature,
  };
}
