import type { Locale } from '@bindery/localisation';
import { invalidInput } from './invalid-input';
import { idempotencyKeyReused, notFound, type IdempotencyKeyReusedError, type NotFoundError } from './shared-errors';

/** What any mutation may refuse with, in words; spread it into the `Record` of a resolver’s refusals. */
export const requestProblems = {
  INVALID_INPUT: invalidInput,
  IDEMPOTENCY_KEY_REUSED: (_refusal: unknown, locale: Locale): IdempotencyKeyReusedError =>
    idempotencyKeyReused(locale),
  NOT_FOUND: ({ field }: { readonly kind: 'NOT_FOUND'; readonly field?: string }, locale: Locale): NotFoundError =>
    notFound(locale, field),
};

/** For each kind of refusal the error type that tells it: a kind without one does not compile. */
export type Refusals<Refusal extends { readonly kind: string }, Member> = {
  readonly [Kind in Refusal['kind']]: (refusal: Extract<Refusal, { kind: Kind }>, locale: Locale) => Member;
};

/** Turns the refusals of a use case into members of its mutation's union, in the language of the caller. */
export const createToProblem =
  <Refusal extends { readonly kind: string }, Member>(refusals: Refusals<Refusal, Member>) =>
  (refusal: Refusal, locale: Locale): Member =>
    refusals[refusal.kind as Refusal['kind']](refusal as Extract<Refusal, { kind: Refusal['kind'] }>, locale);
