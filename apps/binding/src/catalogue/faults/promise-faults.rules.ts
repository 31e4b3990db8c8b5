import type { CardElement } from '../../providers/kinds/card-elements.rules';
import type { DevicePlatform, ObligationKind, StyleAbilities } from '../../providers/style-abilities.rules';
import type { ProfileFault, ProfileRule } from './profile-faults.rules';

/** What of an entry is a promise that somebody has to be able to keep. */
export interface Promises {
  readonly style: string;
  readonly kind: string;
  readonly sites?: readonly unknown[];
  readonly elements: readonly CardElement[];
  readonly validity: { readonly graceDays: number };
  readonly suspend: { readonly mode: string };
  readonly restore: { readonly strategy: string; readonly windowDays: number | null };
  readonly confirmation: string;
  readonly operationDeadlineSeconds: number;
  readonly activationDeadlineDays: number | null;
  readonly unbindObligations: Readonly<Partial<Record<ObligationKind, string>>>;
  readonly obligationActs: readonly string[];
  readonly purposes?: readonly { readonly code: string }[];
  readonly loans?: { readonly needs: readonly string[] } | null;
  readonly staleAfterDays: number | null;
  readonly cascadesToBindings: boolean;
  readonly offlineRevocationWorstCase: string;
  readonly deviceMove: { readonly carries: readonly string[]; readonly perYear: number | null };
  readonly signalsRemoval: boolean;
  readonly platforms: readonly DevicePlatform[];
}

/** What its kind of card has. */
export interface KindFacts {
  /** Whether a provider is told of one in the generic protocol, so that one can be bound at all. */
  readonly isEntered: boolean;
  readonly opensDoors: boolean;
  readonly lends: boolean;
  /** A last day, and more on it than a number that can be compared. */
  readonly hasLastDay: boolean;
}

interface PromiseRule {
  readonly field: string;
  readonly rule: ProfileRule;
  /** Whether nobody could keep it. */
  isBroken(promises: Promises, can: StyleAbilities, has: KindFacts): boolean;
}

const has = (list: readonly string[], word: string): boolean => list.includes(word);
const isIn = (all: readonly string[]) => (word: string) => all.includes(word);
const daySeconds = 86_400;

/** What would be promised to holders, and could not be kept by the connector: one rule for each field that its style, or its kind of card, decides about. */
const byStyle: readonly PromiseRule[] = [
  {
    field: 'kind',
    rule: 'KIND_OF_STYLE',
    isBroken: ({ kind }, { kinds }, { isEntered }) => !isEntered || (kinds !== null && !has(kinds, kind)),
  },
  { field: 'sites', rule: 'SITES', isBroken: ({ sites }, _, { opensDoors }) => sites !== undefined && !opensDoors },
  {
    field: 'elements',
    rule: 'ELEMENTS',
    isBroken: ({ elements }, _, { hasLastDay }) => elements.length > 0 && !hasLastDay,
  },
  {
    field: 'validity.graceDays',
    rule: 'LAST_DAY',
    isBroken: ({ validity }, _, { hasLastDay }) => validity.graceDays > 0 && !hasLastDay,
  },
  {
    field: 'suspend.mode',
    rule: 'SUSPEND_MODE',
    isBroken: ({ suspend }, { suspends }) => suspend.mode === 'NATIVE' && !suspends,
  },
  {
    field: 'restore.strategy',
    rule: 'RESTORE_STRATEGY',
    isBroken: ({ restore }, { returns }) => restore.strategy !== 'REBIND_ONLY' && !has(returns, restore.strategy),
  },
  { field: 'confirmation', rule: 'CONFIRMATION', isBroken: ({ confirmation }, { tells }) => !has(tells, confirmation) },
  {
    field: 'activationDeadlineDays',
    rule: 'ACTIVATION',
    isBroken: ({ activationDeadlineDays: days }, { step }) =>
      step === null ? days !== null : days === null ? step.when === 'ALWAYS' : days > (step.daysMax ?? days),
  },
  ...(['balance', 'pendingPayment', 'mandate', 'loan'] as const).map((what): PromiseRule => ({
    field: `unbindObligations.${what}`,
    rule: 'OBLIGATION_UNTOLD',
    isBroken: ({ unbindObligations: asked }, { obligations }, { lends }) =>
      (asked[what] ?? 'IGNORED') !== 'IGNORED' && (!has(obligations, what) || (what === 'loan' && !lends)),
  })),
  {
    field: 'obligationActs',
    rule: 'OBLIGATION_ACTS',
    isBroken: ({ obligationActs: acts }, can) => !acts.every(isIn(can.obligationActs)),
  },
  {
    field: 'purposes',
    rule: 'LENDING',
    isBroken: ({ loans, purposes = [] }, can, { lends }) => (!!loans || purposes.length > 0) && !(can.lends && lends),
  },
  {
    field: 'staleAfterDays',
    rule: 'USES_UNTOLD',
    isBroken: ({ staleAfterDays }, { tellsUses }) => staleAfterDays !== null && !tellsUses,
  },
  {
    field: 'cascadesToBindings',
    rule: 'CASCADE',
    isBroken: ({ cascadesToBindings }, { signalsRemoval, pauses }) => cascadesToBindings && !signalsRemoval && !pauses,
  },
  {
    field: 'signalsRemoval',
    rule: 'REMOVAL_UNTOLD',
    isBroken: (promises, { signalsRemoval }) => promises.signalsRemoval && !signalsRemoval,
  },
  {
    field: 'offlineRevocationWorstCase',
    rule: 'NO_READERS',
    isBroken: ({ offlineRevocationWorstCase: worst }, _, { opensDoors }) => /[1-9]/.test(worst) && !opensDoors,
  },
  {
    field: 'deviceMove.carries',
    rule: 'CARRIES',
    isBroken: ({ deviceMove: { carries } }, { keepsNumber, obligations }) =>
      (has(carries, 'NUMBER') && !keepsNumber) || (has(carries, 'BALANCE') && !has(obligations, 'balance')),
  },
  {
    field: 'platforms',
    rule: 'PLATFORMS',
    // None named is all of them.
    isBroken: ({ platforms: on }, { platforms }) =>
      platforms !== null && (on.length === 0 || !on.every(isIn(platforms))),
  },
];

const obligationOf: Readonly<Record<string, 'balance' | 'pendingPayment' | 'mandate'>> = {
  WITHDRAW_BALANCE: 'balance',
  SETTLE_PENDING: 'pendingPayment',
  CANCEL_MANDATE: 'mandate',
  MOVE_MANDATE: 'mandate',
};

/** Two fields that say the opposite of one another. */
const withinProfile: readonly PromiseRule[] = [
  {
    field: 'loans.needs',
    rule: 'PURPOSES',
    isBroken: ({ loans, purposes = [] }) => !(loans?.needs ?? []).every(isIn(purposes.map(({ code }) => code))),
  },
  // Nobody else could be told of them.
  {
    field: 'deviceMove.carries',
    rule: 'LENDING',
    isBroken: ({ loans, deviceMove }) => loans === undefined && has(deviceMove.carries, 'LOANS'),
  },
  {
    field: 'unbindObligations.loan',
    rule: 'LOAN_POLICY',
    isBroken: ({ loans, unbindObligations }) => !!loans && unbindObligations.loan === undefined,
  },
  // What is no concern of an unbind is shown to nobody, and so is what could be done about it.
  {
    field: 'obligationActs',
    rule: 'ACT_OF_IGNORED',
    isBroken: ({ obligationActs: acts, unbindObligations }) =>
      acts.some((act) => unbindObligations[obligationOf[act] ?? 'loan'] === 'IGNORED'),
  },
  // It is taken off first, and bound anew: what was on it went with it.
  {
    field: 'deviceMove.carries',
    rule: 'BALANCE_NOT_KEPT',
    isBroken: ({ restore, deviceMove }) => restore.strategy === 'REBIND_ONLY' && has(deviceMove.carries, 'BALANCE'),
  },
  // Who comes back has the days that they have to bind: an answer waited for no longer would be a refusal before that.
  {
    field: 'operationDeadlineSeconds',
    rule: 'RESTORE_STEP',
    isBroken: ({ restore, operationDeadlineSeconds, activationDeadlineDays }, { step }) =>
      step?.inRestore === true &&
      restore.strategy !== 'REBIND_ONLY' &&
      operationDeadlineSeconds < (activationDeadlineDays ?? 0) * daySeconds,
  },
];

/** Every promise that could not be kept, in the order of the rules. */
export const promiseFaults = (promises: Promises, can: StyleAbilities, facts: KindFacts): ProfileFault[] =>
  [...byStyle, ...withinProfile]
    .filter(({ isBroken }) => isBroken(promises, can, facts))
    .map(({ field, rule }) => ({ field, rule }));

/** What a style, or the profile itself, can refuse: to try each of them. */
export const promiseRules: readonly Pick<PromiseRule, 'field' | 'rule'>[] = [...byStyle, ...withinProfile];
