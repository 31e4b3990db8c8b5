import type { EntityManager } from 'typeorm';
import type { Clock, Id } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { Once } from '@bindery/persistence';
import type { Feature, FeatureClasses } from '@bindery/subgraph';
import { byId, groupedBy, type Views } from '../cards';
import type { Catalogue } from '../catalogue';
import { createRecordConsent, findConsent, listConsents } from '../consents';
import type { ReadDisputables } from '../disputes';
import { listRequestsAbout, type FollowRequest } from '../lender-requests';
import { listBindingsById, type Transitions } from '../lifecycle';
import { createToConsent } from './consent.mapper';
import { GivenConsentsResolver } from './given-consents.resolver';
import { createGiveConsent } from './give-consent';
import { createWithdrawConsent } from './withdraw-consent';

export const givenConsentsClasses = { resolvers: [GivenConsentsResolver] } satisfies FeatureClasses;

interface GivenConsentsFoundation {
  readonly db: EntityManager;
  readonly once: Once;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

interface GivenConsentsDeps {
  readonly transitions: Transitions;
  readonly catalogue: Catalogue;
  readonly views: Views;
  readonly readDisputables: ReadDisputables;
}

/** Nothing follows here of a provider that has heard: the consent stands, or is over, since the holder said so. */
export const followConsent: FollowRequest = async () => undefined;

/** What a holder has agreed to, as they see it, and taking it back. */
export function createGivenConsents(
  { db, once, outbox, clock }: GivenConsentsFoundation,
  { transitions, catalogue, views, readDisputables }: GivenConsentsDeps,
) {
  const recordConsent = createRecordConsent(outbox);
  const told = groupedBy(
    (ids: readonly Id<'consent'>[]) => listRequestsAbout(db, ids),
    ({ subjectId }) => subjectId as Id<'consent'>,
  );
  const load = byId((ids: Parameters<typeof listBindingsById>[1]) => listBindingsById(db, ids));
  const toConsent = createToConsent({
    views,
    catalogue,
    listTold: ({ loader }, id) => loader('told of consent', told).load(id),
    findState: async ({ loader }, id) => (await loader('binding', load).load(id))?.state,
  });
  return {
    feature: {
      resolvers: [
        new GivenConsentsResolver({
          listConsents: (accountId, page) => listConsents(db, accountId, page),
          findConsent: (id, accountId) => findConsent(db, id, accountId),
          giveConsent: createGiveConsent({ once, transitions, recordConsent, catalogue, clock }),
          withdrawConsent: createWithdrawConsent({ once, transitions, outbox, catalogue, readDisputables, clock }),
          toConsent,
        }),
      ],
    } satisfies Feature,
  };
}
