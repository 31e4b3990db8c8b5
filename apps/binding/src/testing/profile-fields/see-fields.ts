import { takesPlatform } from '../../catalogue/platforms.rules';
import type { BindingState } from '@bindery/card-lifecycle';
import { newId } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { Money } from '@bindery/values';
import { agreedTerms } from '../../bind/start/agreed-terms.rules';
import { leavesRoom } from '../../bind/start/limits/limits.rules';
import { type ProviderProfile } from '../../catalogue/provider-profile.rules';
import { toProviderType } from '../../catalogue/provider.mapper';
import { holderHold } from '../../holds/holder-hold.rules';
import { moveOf } from '../../move/move.rules';
import { nextSteps } from '../../next-steps/next-steps.rules';
import { aBinding, aCard, aProfile } from '../builders';
import { decideConsequences } from '../../unbind-plan/unbind-plan.rules';

/** What is looked at as one value. */
type Whole = string | number | boolean | readonly (string | number)[] | InBothLanguages | Money;
/** The path of every field there is, also inside lists. */
type FieldsOf<Value> = {
  [Name in keyof Value & string]-?: NonNullable<Value[Name]> extends Whole
    ? Name
    : NonNullable<Value[Name]> extends readonly (infer Item)[]
      ? `${Name}.${FieldsOf<Item>}`
      : `${Name}.${FieldsOf<NonNullable<Value[Name]>>}`;
}[keyof Value & string];
export type Field = FieldsOf<ProviderProfile>;

/** What a field decides, as it is for a profile. */
type See = (profile: ProviderProfile) => unknown;
type Change = (profile: ProviderProfile) => Partial<ProviderProfile>;
export interface Row {
  readonly of: string;
  readonly see: See;
  readonly was: unknown;
  readonly change: Change;
  readonly is: unknown;
}
export const row = (see: See, was: unknown, change: Change, is: unknown, of = 'seaside-bank'): Row => ({
  of,
  see,
  was,
  change,
  is,
});

export const now = new Date('2026-02-03T12:00:00Z');
export const other: InBothLanguages = { 'zh-CN': '别的', en: 'Other' };
export const bank = aProfile('seaside-bank');
export const lender = aProfile('harvest-loans');
export const lent = (fields: Partial<NonNullable<ProviderProfile['loans']>>): Partial<ProviderProfile> => ({
  loans: lender.loans && { ...lender.loans, ...fields },
});
export const money = { value: 500, currency: 'CNY' };
export const shown: See = (profile) => toProviderType(profile, 'en');
export const asked = (operation: string) => (profile: ProviderProfile) =>
  toProviderType(profile, 'en').capabilities.requirements.find((one) => one.operation === operation);
export const required = (operation: 'BIND' | 'UNBIND' | 'RESTORE', what: object) => (profile: ProviderProfile) => ({
  requirements: { ...profile.requirements, [operation]: { ...profile.requirements[operation], ...what } },
});
export const review = (what: object) => required('BIND', { review: { ...lender.requirements.BIND.review, ...what } });

export function plan(profile: ProviderProfile) {
  const card = aCard();
  const obligations = {
    balance: money,
    pending: [{ id: 'pay-1', amount: money, text: 'Taxi' }],
    mandates: [{ id: 'm-1', merchant: 'Video Club' }],
    loans: [{ id: 'l-1', outstanding: money, nextRepaymentOn: null }],
  };
  const defaultCard = { defaultCardId: null, preferredCardId: null, order: [], usable: [] };
  const binding = aBinding(card);
  return decideConsequences({
    ...{ binding, card, profile, obligations, defaultCard },
    ...{ canPay: true, readers: [], otherDevices: [] },
  });
}
export const effect = (type: string) => (profile: ProviderProfile) =>
  plan(profile).effects.find((one) => one.type === type);
export const blocks = (code: string) => (profile: ProviderProfile) =>
  plan(profile).blockers.some((one) => one.code === code);
export const blocking =
  (what: keyof ProviderProfile['unbindObligations'], policy: 'BLOCKS' | 'WARNS'): Change =>
  ({ unbindObligations }) => ({ unbindObligations: { ...unbindObligations, [what]: policy } });

export const held: BindingState = {
  phase: 'BOUND',
  holds: [{ ...holderHold, since: now.toISOString() }],
  sync: { state: 'UNKNOWN', operation: { id: newId('operation'), kind: 'SUSPEND', deadline: now.toISOString() } },
};
const offers = { found: [], restore: null, rebind: null, dispute: null, replace: false, move: false };
export const offered = (code: string, state: BindingState) => (profile: ProviderProfile) => {
  const situation = { state, deadline: null, offers: { ...offers, confirm: false, renew: false, enter: null } };
  return nextSteps({ ...situation, now, support: true } as never, profile).some((step) => step.code === code);
};
export const moved = (facts: object) => (profile: ProviderProfile) => {
  const usual = { hasSuccessor: false, accountInGoodStanding: true, slotTaken: false, isBorrowing: false };
  const isReviewed = profile.requirements.BIND.review !== null;
  const more = { platform: null, movesThisYear: 2, onNewDevice: 0, consentHolds: true, isReviewed, ...facts };
  const { outcome, obstacle } = moveOf(aBinding(), aCard(), profile, { ...usual, ...more });
  return obstacle ?? outcome;
};
const place = { provider: bank.code, deviceId: newId('device') };
export const hasRoom: See = (profile) => leavesRoom([{ ...place, count: 2 }], place, profile);
export const onAndroid: See = ({ platforms }) => takesPlatform(platforms, 'ANDROID');
export const agrees =
  (of: ProviderProfile, wordsOf: (profile: ProviderProfile) => ProviderProfile['terms'] | undefined): See =>
  (profile) => {
    const [before, today] = [wordsOf(of), wordsOf(profile)];
    return before && today && agreedTerms({ version: before.version, text: before.text.en }, today) !== null;
  };
export const creditCheck = ({ purposes }: ProviderProfile) => purposes?.find(({ code }) => code === 'CREDIT_CHECK');
export const purpose =
  (what: object): Change =>
  ({ purposes = [] }) => ({ purposes: purposes.map((one) => ({ ...one, ...what })) });
export const neededForLoans: See = (profile) =>
  toProviderType(profile, 'en').purposes.filter((one) => one.neededForLoans).length;
export const removed = { type: 'RemovedElsewhere', actor: 'PROVIDER', confirmedByQuery: true } as const;
export const unused = { id: newId('binding'), boundAt: new Date('2025-01-01T00:00:00Z'), lastUsedAt: null };

/** The path of every value, without the places in lists; none of what is null. */
export function pathsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => pathsIn(item, path)))];
  if (value === null) return [];
  if (typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([name, item]) => pathsIn(item, path === '' ? name : `${path}.${name}`));
}
