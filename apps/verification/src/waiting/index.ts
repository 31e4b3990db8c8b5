import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import { AccountResolver, accountReference } from './account.resolver';
import { AccountType } from './account.type';
import { createListWaiting } from './list-waiting';
import { KnownDisputeRow } from './known-dispute.entity';
import { KnownRemovalRow } from './known-removal.entity';
import { KnownWantedCardRow } from './known-wanted-card.entity';
import { createOnWantedCardChanged } from './on-wanted-card-changed.consumer';
import { createOnDisputeChanged, onBindingRestored } from './on-dispute-changed.consumer';
import { createOnRemovedElsewhere, onRemovalAnswered, onRemovalUndone } from './on-removal-changed.consumer';
import { WaitingBinding, WaitingChallenge, WaitingDispute, WaitingRemoval, WaitingReview } from './waiting.type';

export const waitingClasses = {
  resolvers: [AccountResolver],
  // Account is reached by reference only, what waits only behind its interface.
  types: [AccountType, WaitingChallenge, WaitingBinding, WaitingReview, WaitingDispute, WaitingRemoval],
  entities: [KnownDisputeRow, KnownRemovalRow, KnownWantedCardRow],
} satisfies FeatureClasses;

export { hasWaitingDispute } from './known-dispute.repository';

/** What waits for a holder: codes to enter, bindings to confirm or to activate, cards to enter for a move, reviews, disputes and removals to answer. */
export function createWaiting({ db, clock, countStale }: Pick<Foundation, 'db' | 'clock' | 'countStale'>) {
  const onDisputeChanged = createOnDisputeChanged(countStale);
  const onWantedCardChanged = createOnWantedCardChanged(countStale);
  const feature: Feature = {
    resolvers: [new AccountResolver({ clock, listWaiting: createListWaiting(db) })],
    references: { Account: accountReference },
    subscriptions: {
      'bindery.dispute.opened.v1': onDisputeChanged,
      'bindery.dispute.upheld.v1': onDisputeChanged,
      'bindery.dispute.rejected.v1': onDisputeChanged,
      'bindery.dispute.escalated.v1': onDisputeChanged,
      'bindery.binding.removed-elsewhere.v1': createOnRemovedElsewhere(countStale),
      'bindery.removal.answered.v1': onRemovalAnswered,
      'bindery.binding.restored.v1': async (event, tx) => {
        await onBindingRestored(event, tx);
        await onRemovalUndone(event, tx);
      },
      'bindery.move.card-wanted.v1': onWantedCardChanged,
      'bindery.move.card-settled.v1': onWantedCardChanged,
      'bindery.move.card-lapsed.v1': onWantedCardChanged,
    },
  };
  return { feature };
}
