import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import { newId, type Id } from '@bindery/kernel';
import type { CountStale } from '@bindery/messaging';
import { insertReview, saveReviewsEnded } from './review.repository';

/** What is looked at where an event does not say until when, as those from before it was told. */
const daysByDefault = 3;
const dayMs = 24 * 60 * 60_000;

/** A card waits for people: they find it in their queue. */
export const createOnReviewRequested =
  (countStale: CountStale) =>
  async (
    { type, sequence, data }: EventOf<'bindery.binding.review-requested.v1'>,
    tx: EntityManager,
  ): Promise<void> => {
    const { bindingId, accountId, provider, providerName, kindName, documentTypes, reviewers, round } = data;
    const requestedAt = new Date(data.at);
    const isNews = await insertReview(tx, {
      id: newId('review', requestedAt.getTime()),
      // Its decision is its first event.
      version: 0,
      bindingId,
      accountId,
      about: 'BIND',
      requestVersion: Number(sequence),
      provider,
      providerName: providerName ?? null,
      kindName: kindName ?? null,
      documentTypes: documentTypes ?? [],
      reviewersNeeded: reviewers ?? 1,
      round: round ?? 1,
      state: 'OPEN',
      reasons: [],
      requestedAt,
      deadline: data.deadline ? new Date(data.deadline) : new Date(requestedAt.getTime() + daysByDefault * dayMs),
      decidedAt: null,
    });
    countStale(type, isNews);
  };

/** A newer document of a bound card waits for people. */
export const createOnRenewalRequested =
  (countStale: CountStale) =>
  async ({ type, data }: EventOf<'bindery.document.renewal-requested.v1'>, tx: EntityManager): Promise<void> => {
    const { bindingId, accountId, provider, providerName, kindName, documentTypes, reviewers, round } = data;
    const requestedAt = new Date(data.at);
    const isNews = await insertReview(tx, {
      id: newId('review', requestedAt.getTime()),
      version: 0,
      bindingId,
      accountId,
      about: 'RENEWAL',
      requestVersion: round,
      provider,
      providerName: providerName ?? null,
      kindName: kindName ?? null,
      documentTypes,
      reviewersNeeded: reviewers,
      round: 1,
      state: 'OPEN',
      reasons: [],
      requestedAt,
      deadline: new Date(data.deadline),
      decidedAt: null,
    });
    countStale(type, isNews);
  };

/** Its holder gave it up, or the time was over: nobody needs to look at it any more. */
export async function onBindingGivenUp(
  { data }: { readonly data: { readonly bindingId: Id<'binding'> } },
  tx: EntityManager,
): Promise<void> {
  await saveReviewsEnded(tx, data.bindingId);
}
