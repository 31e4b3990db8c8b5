import { isDeepStrictEqual } from 'node:util';
import type { InBothLanguages } from '@bindery/localisation';
import type { Money } from '@bindery/values';
import type { ProviderProfile, PurposeTerms, ReviewRequirements } from '../catalogue/provider-profile.rules';
import { addDuration } from '../lifecycle/times/moments.rules';

/** In which way a field protects less than before. UNREADABLE: what is in force cannot be read here, so nobody knows. */
export const looseningKinds = ['MORE', 'LONGER', 'FEWER', 'WEAKER', 'UNREADABLE'] as const;
export type LooseningKind = (typeof looseningKinds)[number];

/** One field by which a change of a profile loosens it. */
export interface Loosening {
  /** Path in the profile as a file has it, e.g. `restore.windowDays`; empty where it is about the whole. */
  readonly field: string;
  readonly kind: LooseningKind;
}

/** Says of two values of one field whether the later one protects less. Neither is there where what it stands in is not. */
interface FieldRule<Value> {
  readonly kind: LooseningKind;
  isLooser(before: Value | null | undefined, after: Value | null | undefined): boolean;
}

/** What is looked at as one value. */
type Whole = string | number | boolean | readonly unknown[] | InBothLanguages | Money | ReviewRequirements;

/** A rule for each field there is: one without does not compile. */
type RulesOf<Fields> = {
  readonly [Field in keyof Fields]-?: NonNullable<Fields[Field]> extends Whole
    ? FieldRule<NonNullable<Fields[Field]>>
    : RulesOf<NonNullable<Fields[Field]>>;
};

/** Protects nothing: words, what is shown, what a holder is told and says yes to, how answers come. */
const neutral: FieldRule<unknown> = { kind: 'WEAKER', isLooser: () => false };

const lacks = <Item>(some: readonly Item[], all: readonly Item[]) => all.some((item) => !some.includes(item));

/** A list of what is let in, or of which any one is enough: looser by what was not in it. */
const anyOf: FieldRule<readonly string[]> = {
  kind: 'MORE',
  isLooser: (before, after) => lacks(before ?? [], after ?? []),
};

/** What goes along in a move: more of it, or no loans any more, which are left behind then. */
const carried: FieldRule<readonly string[]> = {
  kind: 'WEAKER',
  isLooser: (before, after) =>
    anyOf.isLooser(before, after) || (before?.includes('LOANS') === true && after?.includes('LOANS') !== true),
};

/** Devices that cards can be on; none named is all of them. */
const onPlatforms: FieldRule<readonly string[]> = {
  kind: 'MORE',
  isLooser: (before, after) =>
    (before ?? []).length > 0 && ((after ?? []).length === 0 || anyOf.isLooser(before, after)),
};

/** A list of all that is asked for, or that something is kept for: looser by what is not in it any more. */
const allOf: FieldRule<readonly string[]> = {
  kind: 'FEWER',
  isLooser: (before, after) => lacks(after ?? [], before ?? []),
};

const beyond = (most: number | null | undefined) => most ?? Number.POSITIVE_INFINITY;
/** A limit; null is none. */
const atMost: FieldRule<number> = { kind: 'MORE', isLooser: (before, after) => beyond(after) > beyond(before) };
/** A time until somebody is asked; null is never. */
const askedWithin: FieldRule<number> = { ...atMost, kind: 'LONGER' };
/** A time in which something is still possible, or not yet looked at; null is none. */
const windowOf: FieldRule<number> = { kind: 'LONGER', isLooser: (before, after) => (after ?? 0) > (before ?? 0) };
/** The same, where null is what is usual, which may be longer or shorter than any number. */
const usualWindow: FieldRule<number> = {
  kind: 'LONGER',
  isLooser: (before, after) => before == null || after == null || after > before,
};
/** A time in which an answer is waited for: longer nobody looks at it, shorter what may still come is not waited for. */
const eitherWay: FieldRule<number> = { kind: 'WEAKER', isLooser: (before, after) => before !== after };
const duration: FieldRule<string> = {
  kind: 'LONGER',
  isLooser: (before, after) => msOf(after ?? 'PT0S') > msOf(before ?? 'PT0S'),
};
const msOf = (text: string) => addDuration(new Date(0), text).getTime();

/** Words by how much each protects, the more the greater; `absent` stands for none. */
const byStrength = <Word extends string>(
  strengths: Readonly<Record<Word, number>>,
  absent: NoInfer<Word>,
): FieldRule<Word> => ({
  kind: 'WEAKER',
  isLooser: (before, after) => strengths[after ?? absent] < strengths[before ?? absent],
});

const kept: FieldRule<boolean> = { kind: 'WEAKER', isLooser: (before, after) => before === true && after !== true };

const obligation = byStrength({ BLOCKS: 2, WARNS: 1, IGNORED: 0 }, 'IGNORED');

const reviewRules: RulesOf<ReviewRequirements> = {
  // Any one is enough, and none asks for nothing.
  documents: {
    kind: 'FEWER',
    isLooser: (before, after) => before?.length !== 0 && (after?.length === 0 || lacks(before ?? [], after ?? [])),
  },
  reviewers: { kind: 'FEWER', isLooser: (before, after) => (after ?? 0) < (before ?? 0) },
  when: byStrength({ ALWAYS: 1, REBIND: 0 }, 'ALWAYS'),
};

/** People who look at it: fewer of them, at less, or less often. */
const review: FieldRule<ReviewRequirements> = {
  kind: 'FEWER',
  isLooser: (before, after) => before != null && (after == null || fieldsOf(reviewRules, before, after).length > 0),
};

const purposeRules: RulesOf<PurposeTerms> = { code: neutral, version: neutral, text: neutral };

/** What else a provider may be allowed: another purpose. */
const purposes: FieldRule<readonly PurposeTerms[]> = {
  kind: 'MORE',
  isLooser: (before, after) =>
    (after ?? []).some((purpose) => {
      const was = before?.find(({ code }) => code === purpose.code);
      return !was || fieldsOf(purposeRules, was, purpose).length > 0;
    }),
};

const proof = { factors: anyOf };

/** Every field of a profile, and when it is looser than before. */
export const looseningRules: RulesOf<ProviderProfile> = {
  // Never others while a service runs: `fixedFaults`.
  code: neutral,
  style: neutral,
  kind: neutral,
  position: neutral,
  name: neutral,
  // Other words are agreed to anew.
  terms: { version: neutral, text: neutral },
  // A list to choose from; who is a member its provider knows.
  sites: neutral,
  elements: allOf,
  validity: { graceDays: windowOf },
  suspend: { mode: byStrength({ NATIVE: 2, EMULATED: 1, NONE: 0 }, 'NONE'), by: allOf },
  // A credential of before that works again is more than a new one, and that more than none.
  restore: {
    strategy: byStrength({ REBIND_ONLY: 2, REPROVISION: 1, REACTIVATE: 0 }, 'REBIND_ONLY'),
    windowDays: windowOf,
  },
  confirmation: neutral,
  operationDeadlineSeconds: eitherWay,
  activationDeadlineDays: usualWindow,
  // Told in a plan, and accepted, before it is charged.
  unbindFee: { amount: neutral, source: neutral },
  unbindObligations: { balance: obligation, pendingPayment: obligation, mandate: obligation, loan: obligation },
  obligationActs: anyOf,
  purposes,
  loans: {
    version: neutral,
    text: neutral,
    // Who lends nothing needs nothing.
    needs: { ...allOf, isLooser: (before, after) => after != null && allOf.isLooser(before, after) },
    factors: anyOf,
  },
  documents: { graceDays: windowOf },
  requirements: { BIND: { ...proof, review }, UNBIND: proof, RESTORE: proof },
  limits: { perAccount: atMost, perDevice: atMost },
  staleAfterDays: askedWithin,
  cascadesToBindings: kept,
  offlineRevocationWorstCase: duration,
  deviceMove: { carries: carried, perYear: atMost },
  signalsRemoval: kept,
  platforms: onPlatforms,
};

/**
 * The fields by which a profile is looser than the one in force, in the order of the rules; none where the change tightens it or protects
 * neither more nor less. Null: what is in force cannot be read here, so any change may loosen.
 */
export const loosenedBy = (before: ProviderProfile | null, after: ProviderProfile): Loosening[] =>
  before ? fieldsOf(looseningRules, before, after) : [{ field: '', kind: 'UNREADABLE' }];

interface Rules {
  readonly [field: string]: FieldRule<unknown> | Rules;
}

function fieldsOf(rules: Rules, before: unknown, after: unknown, path = ''): Loosening[] {
  return Object.entries(rules).flatMap(([name, rule]): Loosening[] => {
    const [from, to] = [fieldOf(before, name), fieldOf(after, name)];
    const field = path === '' ? name : `${path}.${name}`;
    if (isDeepStrictEqual(from, to)) return [];
    if (!isRule(rule)) return fieldsOf(rule, from, to, field);
    return rule.isLooser(from, to) ? [{ field, kind: rule.kind }] : [];
  });
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([field]) => field === name)?.[1]
    : undefined;

const isRule = (rule: FieldRule<unknown> | Rules): rule is FieldRule<unknown> => typeof rule.isLooser === 'function';
