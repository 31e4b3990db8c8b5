import type { Id } from '@bindery/kernel';
import { createHash } from 'node:crypto';
import type { Money } from '@bindery/values';
import type { ObligationPolicy, ProviderProfile } from '../catalogue/provider-profile.rules';
import { chooseDefault, type DefaultCard } from '../default-card/default-card.rules';
import type { Binding } from '../lifecycle/binding.rules';
import type { Card } from '../lifecycle/card.rules';
import type { Obligations } from '../providers/connector.rules';
import { canonicalJson } from './canonical-json.rules';
import type { UnbindEffect } from './unbind-effect.rules';

/** Long enough to read it, be sent a code and prove oneself. */
export const planLifetimeMs = 10 * 60_000;

/** OBLIGATIONS_UNKNOWN: the provider did not say what is open, and its policy makes some of it block. */
export const unbindBlockers = ['BALANCE', 'PENDING_PAYMENT', 'MANDATE', 'OBLIGATIONS_UNKNOWN'] as const;
export type UnbindBlocker = { readonly code: (typeof unbindBlockers)[number] };

/** What an unbind would do, without the moment of asking: equal for equal facts. */
export interface UnbindConsequences {
  readonly bindingId: Id<'binding'>;
  readonly bindingVersion: number;
  readonly effects: readonly UnbindEffect[];
  readonly blockers: readonly UnbindBlocker[];
  readonly fee: Money | null;
  readonly proof: { readonly action: 'UNBIND'; readonly factors: readonly string[] };
}

/** The consequences as quoted to the holder, named by their digest. */
export interface UnbindPlan extends UnbindConsequences {
  readonly id: Id<'plan'>;
  readonly quotedAt: Date;
  readonly quotedUntil: Date;
  /** SHA-256 over the canonical JSON of all of the above, base64url: 43 characters. */
  readonly digest: string;
}

/** All that a plan depends on, as it is now. */
export interface UnbindFacts {
  readonly binding: Binding;
  readonly card: Card;
  /** Whether cards of its kind can be the default. */
  readonly canPay: boolean;
  readonly profile: ProviderProfile;
  /** Null: the provider did not answer. */
  readonly obligations: Obligations | null;
  readonly defaultCard: DefaultCard;
  /** Other devices that the card is bound on, in the order of their ids. */
  readonly otherDevices: readonly Id<'device'>[];
}

/** Everything an unbind would do (requirements 9, 11, 12, 15 to 17), in one order for equal facts. */
export function decideConsequences(facts: UnbindFacts): UnbindConsequences {
  const { binding, profile } = facts;
  return {
    bindingId: binding.id,
    bindingVersion: binding.version,
    effects: [
      ...restoreEffects(profile),
      ...feeEffects(profile),
      ...doorEffects(facts),
      ...defaultEffects(facts),
      ...obligationEffects(facts),
      { type: 'DEVICES', leaves: binding.deviceId, stays: facts.otherDevices },
      { type: 'PHYSICAL_CARD_WORKS' },
      { type: 'HISTORY_STAYS' },
    ],
    blockers: decideBlockers(facts),
    fee: profile.unbindFee?.amount ?? null,
    proof: { action: 'UNBIND', factors: profile.requirements.UNBIND.factors },
  };
}

/** The plan of these consequences, quoted at `now`. */
export function quotePlan(id: Id<'plan'>, consequences: UnbindConsequences, now: Date): UnbindPlan {
  const quote = { id, ...consequences, quotedAt: now, quotedUntil: new Date(now.getTime() + planLifetimeMs) };
  return { ...quote, digest: createHash('sha256').update(canonicalJson(quote)).digest('base64url') };
}

/** What of a plan may not hold any more, as clients read it. */
export const planChanges = ['EXPIRED', 'OTHER_BINDING', 'BINDING', 'EFFECTS', 'BLOCKERS', 'FEE', 'PROOF'] as const;

export type PlanChange = (typeof planChanges)[number];

/** What of a plan does not hold any more; empty when all of it does. */
export function changesSince(plan: UnbindPlan, today: UnbindConsequences, now: Date): PlanChange[] {
  const differs = (field: keyof UnbindConsequences) => canonicalJson(plan[field]) !== canonicalJson(today[field]);
  const when = (changed: boolean, what: PlanChange): PlanChange[] => (changed ? [what] : []);
  return [
    ...when(plan.bindingId !== today.bindingId, 'OTHER_BINDING'),
    ...when(now > plan.quotedUntil, 'EXPIRED'),
    ...when(differs('bindingVersion'), 'BINDING'),
    ...when(differs('effects'), 'EFFECTS'),
    ...when(differs('blockers'), 'BLOCKERS'),
    ...when(differs('fee'), 'FEE'),
    ...when(differs('proof'), 'PROOF'),
  ];
}

function restoreEffects({ restore }: ProviderProfile): UnbindEffect[] {
  if (restore.windowDays === null) return [{ type: 'NOT_RESTORABLE' }];
  return [{ type: 'RESTORABLE', strategy: restore.strategy, windowDays: restore.windowDays }];
}

const feeEffects = ({ unbindFee }: ProviderProfile): UnbindEffect[] =>
  unbindFee ? [{ type: 'FEE', ...unbindFee }] : [];

function doorEffects({ card, profile }: UnbindFacts): UnbindEffect[] {
  if (!card.site || card.doors.length === 0) return [];
  return [
    {
      type: 'DOORS_LOST',
      site: card.site.name,
      doors: card.doors,
      offlineWorstCase: profile.offlineRevocationWorstCase,
    },
  ];
}

/** Nothing is said of a default that this card is not. */
function defaultEffects({ card, canPay, binding, defaultCard }: UnbindFacts): UnbindEffect[] {
  if (!canPay || defaultCard.defaultCardId !== card.id) return [];
  const afterwards = chooseDefault({
    ...defaultCard,
    usable: defaultCard.usable.filter(({ bindingId }) => bindingId !== binding.id),
  });
  if (afterwards === card.id) return [];
  return [afterwards === null ? { type: 'NO_DEFAULT_LEFT' } : { type: 'DEFAULT_MOVES', toCardId: afterwards }];
}

function obligationEffects({ obligations, profile }: UnbindFacts): UnbindEffect[] {
  if (!obligations) return [];
  const { balance, pendingPayment, mandate } = profile.unbindObligations;
  return [
    ...(balance !== 'IGNORED' && hasBalance(obligations)
      ? [{ type: 'BALANCE', amount: obligations.balance } as const]
      : []),
    ...(pendingPayment === 'IGNORED'
      ? []
      : obligations.pending.map(
          ({ id, amount, text }) => ({ type: 'PENDING_PAYMENT', id, amount, about: text }) as const,
        )),
    ...(mandate === 'IGNORED'
      ? []
      : obligations.mandates.map(({ id, merchant }) => ({ type: 'MANDATE', id, merchant }) as const)),
  ];
}

function decideBlockers({ obligations, profile, binding }: UnbindFacts): UnbindBlocker[] {
  const policy = profile.unbindObligations;
  const blocks = (of: ObligationPolicy, there: boolean) => of === 'BLOCKS' && there;
  if (!obligations) {
    const someBlock = Object.values(policy).includes('BLOCKS') && binding.credentialReference !== null;
    return someBlock ? [{ code: 'OBLIGATIONS_UNKNOWN' }] : [];
  }
  const blockers: UnbindBlocker[] = [];
  if (blocks(policy.balance, hasBalance(obligations))) blockers.push({ code: 'BALANCE' });
  if (blocks(policy.pendingPayment, obligations.pending.length > 0)) blockers.push({ code: 'PENDING_PAYMENT' });
  if (blocks(policy.mandate, obligations.mandates.length > 0)) blockers.push({ code: 'MANDATE' });
  return blockers;
}

const hasBalance = (obligations: Obligations): obligations is Obligations & { balance: Money } =>
  (obligations.balance?.value ?? 0) > 0;

/** What was open when the plan was quoted, as far as the provider's policy looks at it; null if it was not known then either. */
export function quotedObligations(plan: UnbindPlan | null): Obligations | null {
  if (!plan || plan.blockers.some(({ code }) => code === 'OBLIGATIONS_UNKNOWN')) return null;
  let balance: Money | null = null;
  const pending: Obligations['pending'][number][] = [];
  const mandates: Obligations['mandates'][number][] = [];
  for (const effect of plan.effects) {
    if (effect.type === 'BALANCE') balance = effect.amount;
    if (effect.type === 'PENDING_PAYMENT') pending.push({ id: effect.id, amount: effect.amount, text: effect.about });
    if (effect.type === 'MANDATE') mandates.push({ id: effect.id, merchant: effect.merchant });
  }
  return { balance, pending, mandates };
}
