import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Catalogue, ProviderProfile } from '../catalogue';
import {
  listBindingsOfCards,
  listReviewVersions,
  oneByOne,
  type Binding,
  type FactPart,
  type ReviewRequest,
} from '../lifecycle';
import { isReviewed, reviewDeadlineOf } from './review.rules';

/** The binding that people would look at; one that is not begun has no id. */
type Subject = Pick<Binding, 'cardId'> & Partial<Pick<Binding, 'id'>>;

/** Whether the card was bound in this account before, and is off: then it is bound again (requirement 13). */
async function wasBoundBefore(tx: EntityManager, { id, cardId }: Subject): Promise<boolean> {
  const others = await listBindingsOfCards(tx, [cardId]);
  return others.some(
    ({ id: other, boundAt, state: { phase } }) =>
      other !== id && boundAt !== null && (phase === 'UNBOUND' || phase === 'RETIRED'),
  );
}

/** What a profile asks people to look at of a binding; null where it asks for nothing. */
async function reviewAsked(tx: EntityManager, binding: Subject, { requirements }: ProviderProfile) {
  const { review } = requirements.BIND;
  const again = review?.when === 'REBIND' && (await wasBoundBefore(tx, binding));
  return isReviewed(review, again) ? review : null;
}

/** Whether people would look at a card that is begun once more, on another device. */
export const wouldBeReviewed = async (
  tx: EntityManager,
  cardId: Binding['cardId'],
  profile: ProviderProfile,
): Promise<boolean> => (await reviewAsked(tx, { cardId }, profile)) !== null;

/** Whether people look at a binding first is its provider's to say. */
export const createReviewFacts = ({ profileOf }: Catalogue, clock: Clock) =>
  ({
    reviewDeadline: oneByOne(async (tx, { binding }) =>
      reviewDeadlineOf(binding && (await reviewAsked(tx, binding, profileOf(binding.provider))), clock.now()),
    ),
  }) satisfies FactPart;

/** What a review is told that is about to be asked for; nothing where the provider wants none. */
export async function reviewOf(
  tx: EntityManager,
  binding: Binding,
  profile: ProviderProfile,
): Promise<{ readonly review?: ReviewRequest }> {
  const review = await reviewAsked(tx, binding, profile);
  if (!review) return {};
  const round = (await listReviewVersions(tx, binding.id)).length + 1;
  return { review: { documentTypes: review.documents, reviewers: review.reviewers, round } };
}
