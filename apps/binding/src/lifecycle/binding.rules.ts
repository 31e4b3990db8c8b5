import type { Id } from '@bindery/kernel';
import type { BindingState, Phase } from '@bindery/card-lifecycle';
import type { Card } from './card.rules';
import type { RestoreTerms } from './restore-terms.rules';

/** A card bound in an account on one device. `version` counts its transitions, from 1. */
export interface Binding {
  readonly id: Id<'binding'>;
  readonly cardId: Id<'card'>;
  readonly accountId: Id<'account'>;
  readonly provider: string;
  /** That of its card. */
  readonly kind: string;
  readonly deviceId: Id<'device'>;
  readonly state: BindingState;
  readonly version: number;
  /** The provider's name for what readers see; null until bound and after the purge. */
  readonly credentialReference: string | null;
  /** What is left of it after the purge: keyed, for whoever names it then. */
  readonly credentialDigest: string | null;
  readonly consentId: Id<'consent'>;
  /** A rebind follows an earlier binding of the same card. */
  readonly previousBindingId: Id<'binding'> | null;
  /** When the phase lapses, if it does. */
  readonly deadline: Date | null;
  readonly startedAt: Date;
  readonly boundAt: Date | null;
  readonly unboundAt: Date | null;
  readonly restorableUntil: Date | null;
  /** What was granted to the unbind under way or last done; null while none is, and of those from before it was kept. */
  readonly promisedRestore: RestoreTerms | null;
  /** The plan and reason of the unbind under way or last done. */
  readonly planId: Id<'plan'> | null;
  readonly unbindReason: string | null;
  readonly receiptId: Id<'receipt'> | null;
}

/** A binding with its card, as it was when it was read: it may have changed by the time it is looked at. */
export interface BindingWithCard {
  readonly binding: Binding;
  readonly card: Card;
}

/**
 * Phases in which a binding takes the slot of its card on its device (invariant 2). UNBOUND is none of them: a card
 * may be bound anew before its restore window ends, and the old binding can then no longer be restored.
 */
export const slotPhases = [
  'VERIFYING',
  'IN_REVIEW',
  'BINDING',
  'AWAITING_ACTIVATION',
  'BOUND',
  'UNBINDING',
  'RESTORING',
] as const satisfies readonly Phase[];

/** Phases in which a binding counts for the limits of its provider: a start that its holder has not confirmed does not, it lapses by itself. */
export const countedPhases = slotPhases.filter((phase) => phase !== 'VERIFYING');

/** Where a card is bound: at most one binding at a time. */
export type Slot = Pick<Binding, 'accountId' | 'cardId' | 'deviceId'>;

/** Whether one binding takes the slot that another (of this id, if it is begun) would have to itself. */
export const takesSlotOf = (
  one: Pick<Binding, 'id' | keyof Slot>,
  { id, accountId, cardId, deviceId }: Slot & { readonly id?: string },
): boolean => one.id !== id && one.accountId === accountId && one.cardId === cardId && one.deviceId === deviceId;

/**
 * Over here, or off, without the provider ever having told what it calls the credential: should it turn out to have
 * bound the card after all, the card must not stay there.
 */
export function isOrphan({ state, credentialReference }: Pick<Binding, 'state' | 'credentialReference'>): boolean {
  return (
    state.phase === 'DECLINED' ||
    (credentialReference === null && (state.phase === 'UNBOUND' || state.phase === 'RETIRED'))
  );
}
