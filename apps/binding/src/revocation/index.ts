import type { EntityManager } from 'typeorm';
import { handleJobs } from '@bindery/jobs';
import type { Clock } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { NamedCredentials } from '../lifecycle';
import type { Connectors } from '../providers';
import { createFollowRevocation } from './follow-revocation';
import { ReaderRevocationRow, RevocationRow } from './revocation.entity';
import { revocationJobs } from './revocation.jobs';
import { listRevocations } from './revocation.repository';
import { BindingRevocationResolver, ReceiptRevocationResolver } from './revocation.resolver';
import { revocationMessages } from './revocation-messages';
import { createTakeReport } from './take-report';

export { followRevocations } from './follow-revocation';
export { createRevocationEffects } from './revocation-effects';
export { listReaders } from './revocation.repository';
export { mayStillOpen } from './revocation.rules';

export const revocationClasses = {
  resolvers: [BindingRevocationResolver, ReceiptRevocationResolver],
  entities: [RevocationRow, ReaderRevocationRow],
} satisfies FeatureClasses;

interface RevocationFoundation {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/** Where a card that was taken off is known to be off, reader by reader. */
export function createRevocation(
  { db, unitOfWork, clock }: RevocationFoundation,
  { connectors, credentials }: { readonly connectors: Connectors; readonly credentials: NamedCredentials },
) {
  const takeReport = createTakeReport(clock);
  const deps = { listRevocations: (ids: Parameters<typeof listRevocations>[1]) => listRevocations(db, ids) };
  return {
    messages: revocationMessages({ unitOfWork, credentials, takeReport }),
    feature: {
      resolvers: [new BindingRevocationResolver(deps), new ReceiptRevocationResolver(deps)],
      jobs: handleJobs(revocationJobs, {
        'follow-revocation': createFollowRevocation({ unitOfWork, connectors, takeReport }),
      }),
    } satisfies Feature,
  };
}
