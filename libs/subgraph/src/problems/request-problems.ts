import type { InvalidInput } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import {
  idempotencyKeyReused,
  invalidInput,
  notFound,
  type IdempotencyKeyReusedError,
  type InvalidInputError,
  type NotFoundError,
} from './shared-errors';

/** What any mutation may refuse with, in words; spread it into the `Record` of a resolver’s refusals. */
export const requestProblems = {
  INVALID_INPUT: ({ field }: InvalidInput, locale: Locale): InvalidInputError => invalidInput(field, locale),
  IDEMPOTENCY_KEY_REUSED: (_refusal: unknown, locale: Locale): IdempotencyKeyReusedError =>
    idempotencyKeyReused(locale),
  NOT_FOUND: (_refusal: unknown, locale: Locale): NotFoundError => notFound(locale),
};
