import type { InvalidInput, Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import {
  createToProblem,
  invalidInput,
  InvalidInputError,
  requestProblems,
  tooManyRequests,
  toProblem,
  type Refusals,
} from '@bindery/subgraph';
import { providerUnavailable } from '../../cards';
import { toTermsType } from '../../catalogue';
import { cardKinds, type DevicePlatform } from '../../providers';
import { isOwnRefusal, type OwnRefusal } from './start-binding.enums';
import type { BindingLimit, BindingRefused, StartBindingError } from './start-binding.errors';
import { say } from './start-binding.words';
import type { StartBindingResult } from './start-binding.result';
import {
  AlreadyBoundError,
  BindingLimitError,
  BindingRefusedError,
  CardNumberInvalidError,
  ProviderUnknownError,
  TermsChangedError,
} from './start-errors.type';

interface RefusalText {
  readonly message: string;
  readonly remedies: readonly Remedy[];
}

const ownRemedies: Readonly<Record<OwnRefusal, readonly Remedy[]>> = {
  ACCOUNT_LOCKED: [{ code: 'ResetPassword' }, { code: 'ContactSupport' }],
  CARD_REPORTED_LOST: [{ code: 'ReportFound' }, { code: 'ContactSupport' }],
  DEVICE_REPORTED_LOST: [{ code: 'ReportFound' }, { code: 'ContactSupport' }],
  DEVICE_NOT_TAKEN: [{ code: 'UseOtherDevice' }, { code: 'UseOtherCard' }],
  LOAN_RUNNING: [{ code: 'RepayLoan' }, { code: 'ContactProvider' }],
  CARD_HELD: [{ code: 'UseOtherCard' }, { code: 'ContactSupport' }],
};

/** “iPhone or iPad, or Android”. */
const nameDevices = (platforms: readonly DevicePlatform[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(
    platforms.map((platform) => say(locale, `platform.${platform}`)),
  );

/** The account is locked, something is lost or held, or the kind of card has words for what its provider says. */
function bindingRefusedText({ reason, platforms = [] }: BindingRefused, locale: Locale): RefusalText {
  const refusal = cardKinds.map(({ entry }) => entry?.refusals[reason]).find(Boolean);
  if (refusal) return { message: refusal.say(locale), remedies: refusal.remedies };
  const own = isOwnRefusal(reason) ? reason : 'ACCOUNT_LOCKED';
  return { message: say(locale, own, { devices: nameDevices(platforms, locale) }), remedies: ownRemedies[own] };
}

/** The provider allows no more: at the start, or by the time that it is confirmed. */
export const bindingLimit = ({ limit }: BindingLimit, locale: Locale): BindingLimitError =>
  Object.assign(
    new BindingLimitError(),
    toProblem(
      'BINDING_LIMIT',
      say(locale, 'BINDING_LIMIT', { limit }),
      [{ code: 'UnbindAnother' }, { code: 'ContactProvider' }],
      locale,
    ),
    { limit },
  );

/** A card of another kind than the provider's is told which kind that is. */
function invalidCard(fault: InvalidInput, locale: Locale): InvalidInputError {
  const kind = cardKinds.find(({ entry }) => entry && fault.field === `card.${entry.field}`);
  const wanted = fault.rule === 'REQUIRED' && kind;
  return invalidInput(fault, locale, wanted ? say(locale, 'KIND_WANTED', { kind: kind.sayKind(locale) }) : undefined);
}

export const startProblems = {
  ...requestProblems,
  INVALID_INPUT: invalidCard,
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
  PROVIDER_UNAVAILABLE: ({ retryAt }, locale) => providerUnavailable(retryAt, locale),
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
  BINDING_LIMIT: bindingLimit,
  BINDING_REFUSED: (refused, locale) => {
    const { reason } = refused;
    const { message, remedies } = bindingRefusedText(refused, locale);
    return Object.assign(new BindingRefusedError(), toProblem(reason, message, remedies, locale), {
      refusal: reason,
      reason,
    });
  },
} satisfies Refusals<StartBindingError, typeof StartBindingResult>;

export const toStartProblem = createToProblem<StartBindingError, typeof StartBindingResult>(startProblems);
