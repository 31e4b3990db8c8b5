import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { createToProblem, requestProblems, tooManyRequests, toProblem } from '@bindery/subgraph';
import { toTermsType } from '../../catalogue';
import { cardKinds } from '../../providers';
import type { StartBindingError } from './start-binding.errors';
import { say } from './start-binding.words';
import type { StartBindingResult } from './start-binding.result';
import {
  AlreadyBoundError,
  BindingLimitError,
  BindingRefusedError,
  CardNumberInvalidError,
  ProviderUnavailableError,
  ProviderUnknownError,
  TermsChangedError,
} from './start-errors.type';

interface RefusalText {
  readonly message: string;
  readonly remedies: readonly Remedy[];
}

/** The account is locked, or the kind of card has words for what its provider says. */
function bindingRefusedText(reason: string, locale: Locale): RefusalText {
  const refusal = cardKinds.map(({ entry }) => entry?.refusals[reason]).find(Boolean);
  if (refusal) return { message: refusal.say(locale), remedies: refusal.remedies };
  return { message: say(locale, 'ACCOUNT_LOCKED'), remedies: [{ code: 'ResetPassword' }, { code: 'ContactSupport' }] };
}

export const toStartProblem = createToProblem<StartBindingError, typeof StartBindingResult>({
  ...requestProblems,
  CARD_NUMBER_INVALID: ({ field, cause }, locale) =>
    Object.assign(
      new CardNumberInvalidError(),
      toProblem('CARD_NUMBER_INVALID', say(locale, `CARD_NUMBER_INVALID.${cause}`), [{ code: 'CorrectInput' }], locale),
      { field },
    ),
  PROVIDER_UNKNOWN: (_refusal, locale) =>
    Object.assign(
      new ProviderUnknownError(),
      toProblem('PROVIDER_UNKNOWN', say(locale, 'PROVIDER_UNKNOWN'), [{ code: 'CorrectInput' }], locale),
    ),
  TERMS_CHANGED: ({ terms }, locale) =>
    Object.assign(
      new TermsChangedError(),
      toProblem('TERMS_CHANGED', say(locale, 'TERMS_CHANGED'), [{ code: 'CorrectInput' }], locale),
      { terms: toTermsType(terms, locale) },
    ),
  TOO_MANY_CARDS: ({ retryAt }, locale) => tooManyRequests(retryAt, locale, [{ code: 'ContactSupport' }]),
  PROVIDER_UNAVAILABLE: ({ retryAt }, locale) =>
    Object.assign(
      new ProviderUnavailableError(),
      toProblem(
        'PROVIDER_UNAVAILABLE',
        say(locale, 'PROVIDER_UNAVAILABLE'),
        [{ code: 'TryAgain', at: retryAt }, { code: 'ContactSupport' }],
        locale,
      ),
      { retryAt },
    ),
  ALREADY_BOUND: ({ existingId, canUnbind }, locale) =>
    Object.assign(
      new AlreadyBoundError(),
      toProblem(
        'ALREADY_BOUND',
        say(locale, 'ALREADY_BOUND'),
        [...(canUnbind ? [{ code: 'UnbindFirst' } as const] : []), { code: 'UseOtherCard' }],
        locale,
      ),
      { existingId },
    ),
  BINDING_LIMIT: ({ limit }, locale) =>
    Object.assign(
      new BindingLimitError(),
      toProblem(
        'BINDING_LIMIT',
        say(locale, 'BINDING_LIMIT', { limit }),
        [{ code: 'UnbindFirst' }, { code: 'ContactProvider' }],
        locale,
      ),
      { limit },
    ),
  BINDING_REFUSED: ({ reason }, locale) => {
    const { message, remedies } = bindingRefusedText(reason, locale);
    return Object.assign(new BindingRefusedError(), toProblem(reason, message, remedies, locale), {
      refusal: reason,
      reason,
    });
  },
});
