import type { DataSource } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import type { Feature } from '@bindery/subgraph';
import type { ProviderSecrets } from '../providers';
import { createBoundCredentialReader } from './bound-credential.repository';
import { createCheckCredential } from './check-credential';
import { addReaderChecks } from './reader-checks.route';

interface ReaderCheckFoundation {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly log: Log;
}

/** Answers readers at doors and tills. */
export function createReaderCheck({ dataSource, clock, log }: ReaderCheckFoundation, secrets: ProviderSecrets) {
  const readBoundCredential = createBoundCredentialReader(dataSource);
  const checkCredential = createCheckCredential({ readBoundCredential, clock });
  return {
    feature: { routes: (app) => addReaderChecks(app, { checkCredential, secrets, clock, log }) } satisfies Feature,
  };
}
