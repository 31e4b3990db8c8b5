import type { Id } from '@bindery/kernel';
import { createHash } from 'node:crypto';
import type { InBothLanguages } from '@bindery/localisation';
import type { Money } from '@bindery/values';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import type { DisputeMatter } from '../disputes/disputes.rules';
import { chooseDefault, type DefaultCard } from '../default-card/default-card.rules';
import type { Binding } from '../lifecycle/binding.rules';
import type { Card } from '../lifecycle/card.rules';
import { disputeDays } from '../lifecycle/next-binding.rules';
import type { ObligationActKind, Obligations, OwedLoan, Reader } from '../providers/connector.rules';
import { blockingOf, hasBalance } from '../operations/owed/blocking.rules';
import { canonicalJson } from './digest/canonical-json.rules';
import { doorsLost, quotedDoors } from './doors-lost.rules';
import { physicalCardWorks } from './physical-card.rules';
import { possibleActs, whyNoMove, type NoMove } from './possible-acts.rules';
import type { UnbindEffect } from './unbind-effect.rules';

/** Long enough to read it, be sent a code and prove oneself. */
export const planLifetimeMs = 10 * 60_000;

/** OBLIGATIONS_UNKNOWN: the provider did not say what is open, and its policy makes some of it block. */
export const unbindBlockers = ['BALANCE', 'PENDING_PAYMENT', 'MANDATE', 'LOAN', 'OBLIGATIONS_UNKNOWN'] as const;
export interface UnbindBlocker {
  readonly code: (typeof unbindBlockers)[number];
  /** What can be done about it here, now. */
  readonly acts: readonly ObligationActKind[];
  /** Of a loan: whether its holder can dispute it. */
  readonly disputable?: boolean;
  /** What it is made of. */
  readonly balance?: Money;
  readonly pending?: Obligations['pending'];
  readonly mandates?: Obligations['mandates'];
  /** Why they cannot move to another card, and whose card it would have to be; left out where they can, or nothing can be done here. */
  readonly noMove?: { readonly why: NoMove; readonly provider: InBothLanguages };
}

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
  /** Whether there is a card of plastic, too. */
  readonly hasPhysicalCard?: boolean;
  /** Whether it is an address whose keys the holder has. */
  readonly holderKeepsKeys?: boolean;
  /** Whether what it is bound by is an agreement that was signed at the provider, and ends. */
  readonly endsAgreement?: boolean;
  readonly profile: ProviderProfile;
  /** Null: the provider did not answer. */
  readonly obligations: Obligations | null;
  /** Readers that open to the card; null: the provider did not answer. */
  readonly readers: readonly Reader[] | null;
  readonly defaultCard: DefaultCard;
  /** Whether the holder has another card of the provider that can be used. */
  readonly hasOtherCard?: boolean;
  /** What of the binding is disputed and not over, in one order. */
  readonly openDisputes?: readonly DisputeMatter[];
  /** Whether a loan of the card can be disputed now. */
  readonly loanDisputable?: boolean;
  /** Other devices that the card is bound on, in the order of their ids. */
  readonly otherDevices: readonly Id<'device'>[];
}

/** Everything an unbind would do (requirements 9, 11, 12, 15 to 17), in one order for equal facts. */
export function decideConsequences(facts: UnbindFacts): UnbindConsequences {
  const { binding, card, profile, readers } = facts;
  return {
    bindingId: binding.id,
    bindingVersion: binding.version,
    effects: [
      { type: 'TAKES_EFFECT', withinSeconds: profile.operationDeadlineSeconds },
      ...restoreEffects(profile),
      ...feeEffects(profile),
      ...doorsLost(card, profile, readers),
      ...defaultEffects(facts),
      ...obligationEffects(facts),
      ...(facts.endsAgreement ? [{ type: 'AGREEMENT_ENDS', provider: profile.name } as const] : []),
      { type: 'DEVICES', leaves: binding.deviceId, stays: facts.otherDevices },
      ...(facts.openDisputes ?? []).map((about) => ({ type: 'DISPUTE_OPEN', about }) as const),
      ...outsideEffects(facts),
      { type: 'HISTORY_STAYS' },
    ],
    blockers: decideBlockers(facts),
    fee: profile.unbindFee?.amount ?? null,
    proof: { action: 'UNBIND', factors: profile.requirements.UNBIND.factors },
  };
}

/** What goes on outside, whatever is taken off here. */
function outsideEffects({ binding, hasPhysicalCard, holderKeepsKeys }: UnbindFacts): UnbindEffect[] {
  if (holderKeepsKeys) return [{ type: 'KEYS_STAY' }];
  return hasPhysicalCard && physicalCardWorks(binding.state.holds) ? [{ type: 'PHYSICAL_CARD_WORKS' }] : [];
}

/** The plan of these consequences, quoted at `now`. */
export function quotePlan(id: Id<'plan'>, consequences: UnbindConsequences, now: Date): UnbindPlan {
  const quote = { id, ...consequences, quotedAt: now, quotedUntil: new Date(now.getTime() + planLifetimeMs) };
  return { ...quote, digest: createHash('sha256').update(canonicalJson(quote)).digest('base64url') };
}

/** When the provider has confirmed, or people look into it, at the latest, if unbound before the quote ends. */
export function settledBy({ effects, quotedUntil }: Pick<UnbindPlan, 'effects' | 'quotedUntil'>): Date {
  const takes = effects.find(({ type }) => type === 'TAKES_EFFECT');
  const seconds = takes?.type === 'TAKES_EFFECT' ? takes.withinSeconds : 0;
  return new Date(quotedUntil.getTime() + seconds * 1000);
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
  unbindFee ? [{ type: 'FEE', ...unbindFee, refundableDays: disputeDays }] : [];

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
  const { balance, pendingPayment, mandate, loan = 'IGNORED' } = profile.unbindObligations;
  return [
    ...(balance !== 'IGNORED' && hasBalance(obligations)
      ? [{ type: 'BALANCE', amount: obligations.balance } as const]
      : []),
    ...(pendingPayment === 'IGNORED'
      ? []
      : obligations.pending.map(
          ({ id, amount, text }) => ({ type: 'PENDING_PAYMENT', id, amount, about: text }) as const,
        )),
    ...(mandate === 'IGNORED' ? [] : obligations.mandates.map((mandate) => ({ type: 'MANDATE', ...mandate }) as const)),
    ...(loan === 'IGNORED' ? [] : (obligations.loans ?? []).map((owed) => ({ type: 'LOAN', ...owed }) as const)),
  ];
}

function decideBlockers({
  obligations,
  profile,
  binding,
  hasOtherCard = false,
  loanDisputable = false,
}: UnbindFacts): UnbindBlocker[] {
  const policy = profile.unbindObligations;
  if (!obligations) {
    const someBlock = Object.values(policy).includes('BLOCKS') && binding.credentialReference !== null;
    return someBlock ? [{ code: 'OBLIGATIONS_UNKNOWN', acts: [] }] : [];
  }
  const { pending, mandates } = obligations;
  const blocking = blockingOf(obligations, policy);
  const actFacts = { binding, offered: profile.obligationActs, hasTarget: hasOtherCard };
  const possible = possibleActs(actFacts);
  const about = (...acts: readonly ObligationActKind[]) => possible.filter((act) => acts.includes(act));
  const blockers: UnbindBlocker[] = [];
  if (hasBalance(obligations) && blocking.includes('BALANCE'))
    blockers.push({ code: 'BALANCE', acts: about('WITHDRAW_BALANCE'), balance: obligations.balance });
  if (blocking.includes('PENDING_PAYMENT'))
    blockers.push({ code: 'PENDING_PAYMENT', acts: about('SETTLE_PENDING'), pending });
  if (blocking.includes('MANDATE')) {
    const why = whyNoMove(actFacts);
    const noMove = why && { noMove: { why, provider: profile.name } };
    blockers.push({ code: 'MANDATE', acts: about('MOVE_MANDATE', 'CANCEL_MANDATE'), mandates, ...noMove });
  }
  if (blocking.includes('LOAN')) blockers.push({ code: 'LOAN', acts: [], disputable: loanDisputable });
  return blockers;
}

/** What was open when the plan was quoted, as far as the provider's policy looks at it; null if it was not known then either. */
export function quotedObligations(plan: UnbindPlan | null): Obligations | null {
  if (!plan || plan.blockers.some(({ code }) => code === 'OBLIGATIONS_UNKNOWN')) return null;
  let balance: Money | null = null;
  const pending: Obligations['pending'][number][] = [];
  const mandates: Obligations['mandates'][number][] = [];
  const loans: OwedLoan[] = [];
  for (const effect of plan.effects) {
    if (effect.type === 'BALANCE') balance = effect.amount;
    if (effect.type === 'PENDING_PAYMENT') pending.push({ id: effect.id, amount: effect.amount, text: effect.about });
    if (effect.type === 'LOAN') {
      const { id, outstanding, nextRepaymentOn } = effect;
      loans.push({ id, outstanding, nextRepaymentOn });
    }
    if (effect.type === 'MANDATE') {
      const { type: _, ...mandate } = effect;
      mandates.push(mandate);
    }
  }
  return { balance, pending, mandates, ...(loans.length > 0 && { loans }) };
}

/** Readers as the plan named them; null if its provider did not say then either. */
export function quotedReaders(plan: UnbindPlan | null): readonly Reader[] | null {
  const readers = (plan && quotedDoors(plan.effects)?.readers) ?? [];
  const told = readers.flatMap(({ line, ...reader }): Reader[] =>
    line === 'UNKNOWN' ? [] : [{ ...reader, site: null, line }],
  );
  return told.length > 0 ? told : null;
}
