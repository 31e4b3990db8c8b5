import { createHash } from 'node:crypto';
import type { Id } from '@bindery/kernel';
import type { Money } from '@bindery/values';
import type { Binding } from '../lifecycle/binding.rules';
import { balanceId } from '../operations/acts/act.rules';
import type { ObligationActKind, Obligations } from '../providers/connector.rules';
import { canonicalJson } from '../unbind-plan/digest/canonical-json.rules';
import { possibleActs, type StandingNow } from '../unbind-plan/possible-acts.rules';

/** One thing that can be done about what hangs on a card, exactly so, named by its digest. */
export interface ObligationOffer {
  readonly kind: ObligationActKind;
  /** The provider's name for the mandate or payment; `balanceId` for the balance. */
  readonly obligationId: string;
  /** The merchant, or what is paid for; empty for the balance. */
  readonly about: string;
  /** What is collected next, is pending, or is there; null where the provider does not say. */
  readonly amount: Money | null;
  readonly nextOn: string | null;
  /** Where a mandate moves to; null for all others. */
  readonly toBindingId: Id<'binding'> | null;
  /** SHA-256 over the canonical JSON of all of the above and the binding, base64url: 43 characters. */
  readonly digest: string;
}

export interface OfferFacts {
  readonly binding: Pick<Binding, 'id' | 'state' | 'credentialReference'>;
  readonly obligations: Obligations;
  /** What the provider does on its holder's word. */
  readonly offered: readonly ObligationActKind[];
  /** Other cards of the holder at the provider that can be used, the one bound longest first. */
  readonly targets: readonly Id<'binding'>[];
  /** Of these something is being done already. */
  readonly underWay: readonly string[];
  /** Of a card whose place was taken; null for any other. */
  readonly standing: StandingNow | null;
}

type Unnamed = Omit<ObligationOffer, 'digest'>;

/** Everything that can be done now: one offer for each mandate and card it can move to, each payment, and the balance. */
export function offersOf({
  binding,
  obligations,
  offered,
  targets,
  underWay,
  standing,
}: OfferFacts): ObligationOffer[] {
  const possible = possibleActs({ binding, offered, hasTarget: targets.length > 0, standing });
  const has = (kind: ObligationActKind) => possible.includes(kind);
  const mandates = obligations.mandates.flatMap(({ id, merchant, amount = null, nextOn = null }): Unnamed[] => {
    const what = { obligationId: id, about: merchant, amount, nextOn };
    const moves = has('MOVE_MANDATE')
      ? targets.map((toBindingId): Unnamed => ({ kind: 'MOVE_MANDATE', ...what, toBindingId }))
      : [];
    return has('CANCEL_MANDATE') ? [...moves, { kind: 'CANCEL_MANDATE', ...what, toBindingId: null }] : moves;
  });
  const pending = obligations.pending.flatMap(({ id, amount, text }): Unnamed[] => {
    const what = { obligationId: id, about: text, amount, nextOn: null, toBindingId: null };
    return has('SETTLE_PENDING') ? [{ kind: 'SETTLE_PENDING', ...what }] : [];
  });
  const { balance } = obligations;
  const left: Unnamed = {
    kind: 'WITHDRAW_BALANCE',
    obligationId: balanceId,
    about: '',
    amount: balance,
    nextOn: null,
    toBindingId: null,
  };
  return [...mandates, ...pending, ...(has('WITHDRAW_BALANCE') && (balance?.value ?? 0) > 0 ? [left] : [])]
    .filter(({ obligationId }) => !underWay.includes(obligationId))
    .map((offer) => ({ ...offer, digest: digestOf({ bindingId: binding.id, ...offer }) }));
}

const digestOf = (offer: object): string => createHash('sha256').update(canonicalJson(offer)).digest('base64url');
