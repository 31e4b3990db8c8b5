import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { createRecordUsage } from './record-usage';
import { usageMessages } from './usage-messages';
import type { UsagePagesDeps } from './usage-pages.mapper';
import { UsageRecordRow } from './usage-record.entity';
import { countUsage, listUsage } from './usage.repository';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import type { NamedCredentials } from '../lifecycle';
import { AccountUsageResolver } from './account-usage.resolver';
import { CardUsageResolver } from './card-usage.resolver';
import { UsageRecordResolver } from './usage-record.resolver';

export { readUsageFilter, type AskedUsageFilter, type UsageFilter } from './usage-filter.rules';
export { UsageFilterInput } from './usage.input';
export { countUsage, findUsage, hasUsage, listLastUses, listUsageAfter } from './usage.repository';
export { usageKey, type UsageRecord } from './usage.rules';
export { UsageRecordType } from './usage-record.type';

export const usageClasses = {
  resolvers: [CardUsageResolver, AccountUsageResolver, UsageRecordResolver],
  entities: [UsageRecordRow],
} satisfies FeatureClasses;

interface UsageFoundation {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

interface UsageDeps {
  readonly credentials: NamedCredentials;
  readonly views: Views;
  readonly catalogue: Catalogue;
}

/** What a card was used for, as its provider tells. */
export function createUsage(
  { db, unitOfWork, outbox, clock }: UsageFoundation,
  { credentials, views, catalogue }: UsageDeps,
) {
  const pages: UsagePagesDeps = {
    listUsage: (...of) => listUsage(db, ...of),
    countUsage: (...of) => countUsage(db, ...of),
  };
  return {
    messages: usageMessages(
      createRecordUsage({ unitOfWork, outbox, credentials, profileOf: catalogue.profileOf, clock }),
    ),
    feature: {
      resolvers: [new CardUsageResolver(pages), new AccountUsageResolver(pages), new UsageRecordResolver(views)],
    } satisfies Feature,
  };
}
