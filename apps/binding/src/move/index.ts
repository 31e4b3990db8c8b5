import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { Once } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import type { Views } from '../cards';
import type { Catalogue } from '../catalogue';
import { createRecordConsent } from '../consents';
import type { Transitions } from '../lifecycle';
import type { UseProof } from '../proofs';
import { createWantedCards } from '../succession';
import { createMoveCards } from './move-cards';
import { MoveResolver } from './move.resolver';
import type { ReadMovePlan } from './read-move-plan';

export { MoveFateEnum } from './move.enums';
export { fateOf, hasToBeEntered, isPartOf, type MoveFate } from './move.rules';
export { say as sayMove } from './move.words';
export { CardMoveType } from './move.type';
export { createReadMovePlan, type ReadMovePlan } from './read-move-plan';

export const moveClasses = { resolvers: [MoveResolver] } satisfies FeatureClasses;

interface MoveFoundation {
  readonly db: EntityManager;
  readonly once: Once;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

interface MoveDeps {
  readonly transitions: Transitions;
  readonly readMovePlan: ReadMovePlan;
  readonly useProof: UseProof;
  readonly catalogue: Catalogue;
  readonly views: Views;
}

/** All cards of one device to another. */
export function createMove(
  { db, once, outbox, clock }: MoveFoundation,
  { transitions, readMovePlan, useProof, catalogue, views }: MoveDeps,
) {
  const recordConsent = createRecordConsent(outbox);
  const { want: wantCard } = createWantedCards({ outbox, clock, catalogue });
  const begin = { transitions, recordConsent, useProof, wantCard };
  const moveCards = createMoveCards({ once, readMovePlan, ...begin, catalogue, clock });
  return { feature: { resolvers: [new MoveResolver({ db, readMovePlan, moveCards, views })] } satisfies Feature };
}
