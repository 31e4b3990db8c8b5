import { idempotencyKeyReused, invalidInput, notFound, toProblem } from '@bindery/subgraph';
import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import type { BindingError, BindingErrorOf } from '../lifecycle/lifecycle.errors';
import type { WordKey } from './cards.words.en';
import { say, sayMoney } from './cards.words';
import {
  AlreadyBoundError,
  BindingLimitError,
  BindingRefusedError,
  CardNotUsableError,
  CardNumberInvalidError,
  FeeNotAcceptedError,
  ProofRejectedError,
  ProviderUnavailableError,
  ProviderUnknownError,
  RestoreRefusedError,
  SuspendNotOfferedError,
  TransitionRefusedError,
  UnbindBlockedError,
  UnbindPlanStaleError,
} from './errors.type';
import { toUnbindBlockerType, toUnbindPlanType } from '../unbind/unbind-plan.mapper';

/** What the words of a refusal need besides the refusal. */
interface Telling {
  readonly locale: Locale;
  readonly nameOf: (cardId: string) => string;
}

const tell = (
  code: string,
  key: WordKey,
  remedies: readonly Remedy[],
  locale: Locale,
  values?: Parameters<typeof say>[2],
) => toProblem(code, say(locale, `${key}`, values), remedies, locale);

const rebind: readonly Remedy[] = [{ code: 'Rebind' }, { code: 'ContactSupport' }];

const refusedRemedies: Record<BindingErrorOf<'BINDING_REFUSED'>['reason'], readonly Remedy[]> = {
  CARD_NOT_ACCEPTED: [{ code: 'ConfirmWithBank' }, { code: 'UseOtherCard' }],
  MEMBER_UNKNOWN: [{ code: 'CorrectInput' }, { code: 'ContactProvider' }],
  ACCOUNT_LOCKED: [{ code: 'ContactSupport' }],
};

type Members = { readonly [Kind in BindingError['kind']]: (error: BindingErrorOf<Kind>, telling: Telling) => object };

/** Each refusal as its member of the result unions; one that is forgotten does not compile. */
const members = {
  INVALID_INPUT: ({ field }, { locale }) => invalidInput(field, locale),
  IDEMPOTENCY_KEY_REUSED: (_, { locale }) => idempotencyKeyReused(locale),
  NOT_FOUND: (_, { locale }) => notFound(locale),
  CARD_NUMBER_INVALID: ({ cause }, { locale }) =>
    Object.assign(
      new CardNumberInvalidError(),
      tell('CARD_NUMBER_INVALID', `problem.CARD_NUMBER_INVALID.${cause}`, [{ code: 'CorrectInput' }], locale),
      {
        field: 'card.bank.number',
      },
    ),
  PROVIDER_UNKNOWN: (_, { locale }) =>
    Object.assign(
      new ProviderUnknownError(),
      tell('PROVIDER_UNKNOWN', 'problem.PROVIDER_UNKNOWN', [{ code: 'CorrectInput' }], locale),
    ),
  PROVIDER_UNAVAILABLE: ({ retryAt }, { locale }) =>
    Object.assign(
      new ProviderUnavailableError(),
      tell(
        'PROVIDER_UNAVAILABLE',
        'problem.PROVIDER_UNAVAILABLE',
        [{ code: 'TryAgain', at: retryAt }, { code: 'ContactSupport' }],
        locale,
      ),
      { retryAt },
    ),
  ALREADY_BOUND: ({ existingId }, { locale }) =>
    Object.assign(
      new AlreadyBoundError(),
      tell('ALREADY_BOUND', 'problem.ALREADY_BOUND', [{ code: 'UnbindFirst' }, { code: 'UseOtherCard' }], locale),
      {
        existingId,
      },
    ),
  BINDING_LIMIT: ({ limit }, { locale }) =>
    Object.assign(
      new BindingLimitError(),
      tell('BINDING_LIMIT', 'problem.BINDING_LIMIT', [{ code: 'UnbindFirst' }, { code: 'ContactProvider' }], locale, {
        limit,
      }),
      { limit },
    ),
  BINDING_REFUSED: ({ reason }, { locale }) =>
    Object.assign(
      new BindingRefusedError(),
      tell(reason, `problem.BINDING_REFUSED.${reason}`, refusedRemedies[reason], locale),
      { reason },
    ),
  PROOF_REJECTED: ({ reason }, { locale }) =>
    Object.assign(
      new ProofRejectedError(),
      tell(reason, `problem.PROOF_REJECTED.${reason}`, [{ code: 'StartChallenge' }], locale),
      { reason },
    ),
  TRANSITION_REFUSED: ({ phase, possible }, { locale }) =>
    Object.assign(
      new TransitionRefusedError(),
      tell('TRANSITION_REFUSED', 'problem.TRANSITION_REFUSED', [{ code: 'ContactSupport' }], locale),
      {
        phase,
        possible: [...possible],
      },
    ),
  PLAN_STALE: ({ plan, changed }, { locale, nameOf }) =>
    Object.assign(
      new UnbindPlanStaleError(),
      tell('PLAN_STALE', 'problem.PLAN_STALE', [{ code: 'ReadPlan' }, { code: 'StartChallenge' }], locale),
      {
        plan: plan && toUnbindPlanType(plan, nameOf, locale),
        changed: [...changed],
      },
    ),
  UNBIND_BLOCKED: ({ blockers }, { locale }) => {
    const told = blockers.map((blocker) => toUnbindBlockerType(blocker, locale));
    const problem = tell('UNBIND_BLOCKED', 'problem.UNBIND_BLOCKED', [], locale);
    return Object.assign(new UnbindBlockedError(), problem, {
      remedies: told.flatMap(({ remedies }) => remedies),
      blockers: told,
    });
  },
  FEE_NOT_ACCEPTED: ({ fee }, { locale }) =>
    Object.assign(
      new FeeNotAcceptedError(),
      tell(
        'FEE_NOT_ACCEPTED',
        'problem.FEE_NOT_ACCEPTED',
        [{ code: 'AcceptFee' }, { code: 'ContactProvider' }],
        locale,
        { amount: sayMoney(fee, locale) },
      ),
      {
        fee,
      },
    ),
  RESTORE_REFUSED: ({ reason }, { locale }) =>
    Object.assign(new RestoreRefusedError(), tell(reason, `problem.RESTORE_REFUSED.${reason}`, rebind, locale), {
      reason,
    }),
  SUSPEND_NOT_OFFERED: (_, { locale }) =>
    Object.assign(
      new SuspendNotOfferedError(),
      tell('SUSPEND_NOT_OFFERED', 'problem.SUSPEND_NOT_OFFERED', [{ code: 'ContactProvider' }], locale),
    ),
  CARD_NOT_USABLE: (_, { locale }) =>
    Object.assign(
      new CardNotUsableError(),
      tell('CARD_NOT_USABLE', 'problem.CARD_NOT_USABLE', [{ code: 'UseOtherCard' }], locale),
    ),
} satisfies Members;

export type MemberOf<Kind extends BindingError['kind']> = ReturnType<(typeof members)[Kind]>;

/** The union member of a refusal, of the type that belongs to its kind. */
export function toMember<Kind extends BindingError['kind']>(
  error: BindingErrorOf<Kind>,
  telling: Telling,
): MemberOf<Kind> {
  // Keyed by the kind of the error, so it takes that error; TypeScript cannot follow it through a type parameter.
  const member = members[error.kind] as unknown as (error: BindingErrorOf<Kind>, telling: Telling) => MemberOf<Kind>;
  return member(error, telling);
}
