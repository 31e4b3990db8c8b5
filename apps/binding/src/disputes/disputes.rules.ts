import type { Id } from '@bindery/kernel';
import type { Binding } from '../lifecycle/binding.rules';
import { addDays } from '../lifecycle/times/moments.rules';
import { disputeDays } from '../lifecycle/next-binding.rules';

/** What a holder can say that they did not do. */
export const disputeMatters = [
  'UNAUTHORISED_UNBIND',
  'UNAUTHORISED_BIND',
  'UNAUTHORISED_LOAN',
  'UNAUTHORISED_USE',
  'IMPERSONATION',
] as const;
export type DisputeMatter = (typeof disputeMatters)[number];

/** PROPOSED: one of our people would uphold it, another has to agree. AWAITING_PROOF: upheld, and the holder puts the card back by a fresh proof. */
export const disputeStates = ['OPEN', 'PROPOSED', 'AWAITING_PROOF', 'UPHELD', 'REJECTED'] as const;
export type DisputeState = (typeof disputeStates)[number];

export interface Dispute {
  readonly id: Id<'dispute'>;
  readonly bindingId: Id<'binding'>;
  readonly cardId: Id<'card'>;
  readonly accountId: Id<'account'>;
  readonly about: DisputeMatter;
  /** What happened, as the holder tells it. */
  readonly words: string;
  readonly usageId: Id<'usage'> | null;
  /** The loan, where it is about one. */
  readonly loanId: Id<'loan'> | null;
  /** The session and device that opened it. */
  readonly sessionId: Id<'session'>;
  readonly deviceId: Id<'device'>;
  /** When the disputed act was. */
  readonly actAt: Date;
  readonly state: DisputeState;
  /** Counts its events. */
  readonly version: number;
  readonly openedAt: Date;
  readonly decideBy: Date;
  /** When its deadline passed and it became a case. */
  readonly escalatedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly proveBy: Date | null;
  readonly closedAt: Date | null;
  /** The dispute whose decision settled it; null where it was decided itself. */
  readonly settledById: Id<'dispute'> | null;
}

/** What was known when a dispute was opened; never changed. */
export interface DisputeEvidence {
  readonly disputeId: Id<'dispute'>;
  readonly takenAt: Date;
  readonly evidence: object;
  /** SHA-256 of the evidence as it was written, base64url. */
  readonly digest: string;
}

/** A week, weekends in: long enough for two people to look, short enough to wait for. */
export const decideByOf = (openedAt: Date): Date => addDays(openedAt, 7);
/** How long an upheld dispute keeps the card restorable for its holder's proof. */
export const proveByOf = (decidedAt: Date): Date => addDays(decidedAt, 30);
/** Until when an act can be disputed. */
export const disputableUntil = (actAt: Date): Date => addDays(actAt, disputeDays);

/** These say that somebody else uses the card or got it bound: it is held until that is decided. */
export const isHeldFor = (about: DisputeMatter): boolean =>
  about === 'UNAUTHORISED_BIND' || about === 'UNAUTHORISED_LOAN' || about === 'UNAUTHORISED_USE';

/** Upheld, these say that the binding should never have been: it is revoked, with whatever follows it. */
export const isRevokedFor = (about: DisputeMatter): boolean =>
  about === 'UNAUTHORISED_BIND' || about === 'UNAUTHORISED_LOAN';

type Acts = Pick<Binding, 'state' | 'startedAt' | 'boundAt' | 'unboundAt'>;

/** A use and a loan are told by their own records; all else by the binding. */
type OfItsRecord = 'UNAUTHORISED_USE' | 'UNAUTHORISED_LOAN';

/** When what is disputed was done with a binding; null where there is nothing of it to dispute. */
export function actAtOf(about: Exclude<DisputeMatter, OfItsRecord>, binding: Acts): Date | null {
  const { state, startedAt, boundAt, unboundAt } = binding;
  switch (about) {
    case 'UNAUTHORISED_UNBIND':
      return state.phase === 'UNBOUND' || state.phase === 'RETIRED' ? unboundAt : null;
    case 'UNAUTHORISED_BIND':
      return state.phase === 'BOUND' ? boundAt : null;
    case 'IMPERSONATION':
      return [startedAt, boundAt, unboundAt].reduce((latest, at) => (at && (!latest || at > latest) ? at : latest));
  }
}

/** What was disputed before, as far as it stands in the way of another dispute. */
export type Disputed = Pick<Dispute, 'id' | 'about' | 'usageId' | 'openedAt' | 'closedAt'> & {
  readonly loanId?: Id<'loan'> | null;
};

export type NotDisputable =
  | { readonly kind: 'NOTHING_TO_DISPUTE' }
  | { readonly kind: 'TOO_LATE_TO_DISPUTE'; readonly until: Date }
  | { readonly kind: 'ALREADY_DISPUTED'; readonly disputeId: Id<'dispute'>; readonly open: boolean };

interface Wish {
  readonly about: DisputeMatter;
  readonly usageId: Id<'usage'> | null;
  readonly loanId?: Id<'loan'> | null;
  readonly actAt: Date | null;
}

/** Why an act cannot be disputed now; null when it can. A decided act stays decided: one that was done later is another. */
export function whyNotDisputable(
  { about, usageId, loanId = null, actAt }: Wish,
  earlier: readonly Disputed[],
  now: Date,
): NotDisputable | null {
  if (!actAt) return { kind: 'NOTHING_TO_DISPUTE' };
  const same = earlier.find(
    (one) =>
      one.about === about &&
      one.usageId === usageId &&
      (one.loanId ?? null) === loanId &&
      (one.closedAt === null || one.openedAt >= actAt),
  );
  if (same) return { kind: 'ALREADY_DISPUTED', disputeId: same.id, open: same.closedAt === null };
  const until = disputableUntil(actAt);
  return now > until ? { kind: 'TOO_LATE_TO_DISPUTE', until } : null;
}

/** What there is of a binding besides what was done with it. */
export interface ActsBeside {
  /** The last use of it that nobody has disputed; null where there is none. */
  readonly lastUsedAt: Date | null;
  /** Loans of its card that are not over. */
  readonly loans: readonly { readonly id: Id<'loan'>; readonly requestedAt: Date }[];
}
export const nothingBeside: ActsBeside = { lastUsedAt: null, loans: [] };

/** Something of a binding that can be disputed now; `until` is null where each use has an end of its own. */
export interface Disputable {
  readonly about: DisputeMatter;
  /** The loan, where it is about one. */
  readonly loanId: Id<'loan'> | null;
  readonly until: Date | null;
}

/** All that can be disputed of a binding. Nothing stands here that would be refused. */
export function disputablesOf(
  binding: Acts,
  { lastUsedAt, loans }: ActsBeside,
  earlier: readonly Disputed[],
  now: Date,
): Disputable[] {
  const when = (about: DisputeMatter, actAt: Date | null, loanId: Id<'loan'> | null = null): Disputable[] => {
    const refusal = whyNotDisputable({ about, usageId: null, loanId, actAt }, earlier, now);
    return actAt && !refusal ? [{ about, loanId, until: disputableUntil(actAt) }] : [];
  };
  return disputeMatters.flatMap((about): Disputable[] => {
    switch (about) {
      case 'UNAUTHORISED_USE':
        return lastUsedAt && now <= disputableUntil(lastUsedAt) ? [{ about, loanId: null, until: null }] : [];
      case 'UNAUTHORISED_LOAN':
        return loans.flatMap(({ id, requestedAt }) => when(about, requestedAt, id));
      default:
        return when(about, actAtOf(about, binding));
    }
  });
}

/** What is decided with an upheld dispute that takes the card off: that it should never have been bound, or has to go. A loan is a debt of its own. */
export const isSettledBy = (
  { about, loanId }: Pick<Dispute, 'about' | 'loanId'>,
  upheld: Pick<Dispute, 'about'>,
): boolean =>
  isRevokedFor(upheld.about) &&
  (about === 'UNAUTHORISED_BIND' ||
    (about === 'UNAUTHORISED_LOAN' && (loanId === null || upheld.about === 'UNAUTHORISED_BIND')));

/** By how much the restore window moves: the time that it stood, since the first of disputes that overlapped or the unbind. */
export function stoodMs(openedAt: Date, unboundAt: Date | null, now: Date): number {
  return Math.max(0, now.getTime() - Math.max(openedAt.getTime(), unboundAt?.getTime() ?? now.getTime()));
}
