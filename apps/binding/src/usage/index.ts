import type { EntityManager } from 'typeorm';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { createRecordUsage } from './record-usage';
import { usageMessages } from './usage-messages';
import { UsageRecordRow } from './usage-record.entity';
import { countUsage, listUsage } from './usage.repository';
import { CardUsageResolver } from './card-usage.resolver';

export const usageClasses = { resolvers: [CardUsageResolver], entities: [UsageRecordRow] } satisfies FeatureClasses;

interface UsageFoundation {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
}

/** What a card was used for, as its provider tells. */
export const createUsage = ({ db, unitOfWork, outbox }: UsageFoundation) => ({
  messages: usageMessages(createRecordUsage({ unitOfWork, outbox })),
  feature: {
    resolvers: [
      new CardUsageResolver({
        listUsage: (...of) => listUsage(db, ...of),
        countUsage: (...of) => countUsage(db, ...of),
      }),
    ],
  } satisfies Feature,
});
