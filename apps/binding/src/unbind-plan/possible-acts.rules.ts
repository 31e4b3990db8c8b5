import type { Hold, HoldOwner } from '@bindery/card-lifecycle';
import type { Binding } from '../lifecycle/binding.rules';
import { isTakenFrom } from '../operations/acts/act.rules';
import type { OwedCode } from '../operations/owed/blocking.rules';
import type { ObligationActKind } from '../providers/connector.rules';

/** While one of these holds a card, no money leaves by it and nobody else's card is made to pay instead; to cancel is always possible. */
const keepMoney: readonly HoldOwner[] = ['RISK', 'COMPLIANCE', 'ACCOUNT', 'DISPUTE', 'DEVICE_LOST'];

/** What stands now about a card whose place was taken: its own holds end as they were then, and nobody lays or lifts one any more. */
export interface StandingNow {
  readonly isAccountLocked: boolean;
  /** By a hold of this card, of one whose place it had taken, or of one that has taken its place. */
  readonly isHeldByStaff: boolean;
  /** Somebody else used it or got it bound, as its holder says, and it is not decided. */
  readonly isDisputed: boolean;
  readonly isDeviceLost: boolean;
  /** Those of what has taken its place and is not over. */
  readonly heirHolds: readonly Hold[];
}

interface ActFacts {
  readonly binding: Pick<Binding, 'state' | 'credentialReference'>;
  /** What the provider does on its holder's word. */
  readonly offered: readonly ObligationActKind[];
  /** Whether the holder has another card of the provider that can be used. */
  readonly hasTarget: boolean;
  /** Of a card whose place was taken: without it nothing but to cancel is possible there. Left out for all others. */
  readonly standing?: StandingNow | null;
}

/** What can be done now about what hangs on a card, the way to lose least first. Nothing stands here that would be refused. */
export function possibleActs(facts: ActFacts): ObligationActKind[] {
  const { binding, offered, hasTarget } = facts;
  if (!isTakenFrom(binding) || binding.credentialReference === null) return [];
  const inOrder = ['MOVE_MANDATE', 'CANCEL_MANDATE', 'SETTLE_PENDING', 'WITHDRAW_BALANCE'] as const;
  return inOrder.filter(
    (act) =>
      offered.includes(act) && (act === 'CANCEL_MANDATE' || !isKept(facts)) && (act !== 'MOVE_MANDATE' || hasTarget),
  );
}

/** Whether something can be done here about one of these at least. */
export function canClear(owes: readonly OwedCode[], facts: ActFacts): boolean {
  const acts = possibleActs(facts);
  const clears = { BALANCE: 'WITHDRAW_BALANCE', PENDING_PAYMENT: 'SETTLE_PENDING', LOAN: null } as const;
  return owes.some((code) => acts.some((act) => act === clears[code]));
}

/** NOT_OFFERED: its provider moves none. HELD: nobody else’s card is made to pay while this one is held. NO_CARD_THERE: it moves only to a card of the same provider. */
export type NoMove = 'NOT_OFFERED' | 'HELD' | 'NO_CARD_THERE';

/** Why a mandate that can be cancelled cannot move instead; null where it can, and where it cannot be cancelled either. */
export function whyNoMove(facts: ActFacts): NoMove | null {
  const acts = possibleActs(facts);
  if (acts.includes('MOVE_MANDATE') || !acts.includes('CANCEL_MANDATE')) return null;
  if (!facts.offered.includes('MOVE_MANDATE')) return 'NOT_OFFERED';
  return isKept(facts) ? 'HELD' : 'NO_CARD_THERE';
}

function isKept({ binding: { state }, standing }: ActFacts): boolean {
  if (state.phase !== 'REPLACED') return keepsMoney(state.holds);
  if (!standing) return true;
  const { isAccountLocked, isHeldByStaff, isDisputed, isDeviceLost, heirHolds } = standing;
  return isAccountLocked || isHeldByStaff || isDisputed || isDeviceLost || keepsMoney(heirHolds);
}

const keepsMoney = (holds: readonly Hold[]): boolean => holds.some(({ owner }) => keepMoney.includes(owner));
