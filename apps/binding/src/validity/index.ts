import type { EntityManager } from 'typeorm';
import { handleJobs } from '@bindery/jobs';
import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Catalogue } from '../catalogue';
import type { NamedCredentials, Transitions } from '../lifecycle';
import { CardValidityResolver } from './card-validity.resolver';
import { CardExpiryNoticeRow } from './expiry-notice.entity';
import { createScanCards } from './scan-cards';
import { createUpdateCard } from './update-card';
import { createKeepValidity } from './validity-holds';
import { validityJobs } from './validity.jobs';
import { validityMessages } from './validity-messages';

export { eachPage } from './each-page';
export { dueNotice, isDueFor, noticeDays, worksUntil } from './validity.rules';

export const validityClasses = {
  resolvers: [CardValidityResolver],
  entities: [CardExpiryNoticeRow],
} satisfies FeatureClasses;

interface ValidityFoundation {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

interface ValidityDeps {
  readonly transitions: Transitions;
  readonly credentials: NamedCredentials;
  readonly catalogue: Catalogue;
}

/** How long cards are good for: notices before, days of grace, the hold that names its cause, and renewal by the issuer. */
export function createValidity(
  { db, unitOfWork, outbox, clock }: ValidityFoundation,
  { transitions, credentials, catalogue: { profiles } }: ValidityDeps,
) {
  const keepValidity = createKeepValidity({ transitions, profiles, clock });
  const updateCard = createUpdateCard({ unitOfWork, transitions, credentials, keepValidity });
  const scanCards = createScanCards({ db, unitOfWork, outbox, keepValidity, profiles, clock });
  return {
    messages: validityMessages(updateCard),
    feature: {
      resolvers: [new CardValidityResolver(profiles)],
      jobs: handleJobs(validityJobs, { 'scan-card-validity': scanCards }, [
        // More often than daily: a day begins at another hour of UTC where holders live, and a clock may be moved.
        { name: 'scan-card-validity', cron: '*/10 * * * *' },
      ]),
    } satisfies Feature,
  };
}
