import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import { handleJobs } from '@bindery/jobs';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import type { Transitions } from '../lifecycle';
import { ReplacedByResolver } from './replaced-by.resolver';
import { createLapseWantedCard } from './lapse-wanted-card';
import { createSucceed, type ListBorrowing } from './succeed';
import { SuccessionRow } from './succession.entity';
import { WantedCardRow } from './wanted-card.entity';
import { createWantedCards } from './want-card';
import { successionJobs } from './succession.jobs';
import { listSuccessorsOf } from './succession.repository';

export { createSuccessionEffects } from './succession-effects';
export { listOpenMatters, type ListBorrowing } from './succeed';
export { createWantedCards, followWantedCards, type WantCard, type WantedCards } from './want-card';
export { findWantedCard, listWantedCards } from './wanted-cards.repository';
export { isOutOfHands, replacementReasons, takesLoansAlong, type ReplacementReason } from './succession.rules';
export {
  countMoves,
  insertSuccession,
  listFollowers,
  listForerunners,
  listOpenSuccessions,
  listSuccessorsOf,
} from './succession.repository';

export const successionClasses = {
  resolvers: [ReplacedByResolver],
  entities: [SuccessionRow, WantedCardRow],
} satisfies FeatureClasses;

interface SuccessionFoundation {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

interface SuccessionDeps {
  readonly transitions: Transitions;
  readonly catalogue: Catalogue;
  readonly views: Views;
  readonly listBorrowing: ListBorrowing;
}

/** One binding takes the place of another: a replacement, or a move to another device. */
export const createSuccession = (
  { db, unitOfWork, outbox, clock }: SuccessionFoundation,
  { transitions, catalogue, views, listBorrowing }: SuccessionDeps,
) => ({
  feature: {
    resolvers: [new ReplacedByResolver({ listSuccessorsOf: (ids) => listSuccessorsOf(db, ids), views })],
    jobs: handleJobs(successionJobs, {
      succeed: createSucceed({ unitOfWork, transitions, profiles: catalogue.profiles, listBorrowing, clock }),
      'lapse-wanted-card': createLapseWantedCard({
        unitOfWork,
        wantedCards: createWantedCards({ outbox, clock, catalogue }),
      }),
    }),
  } satisfies Feature,
});
