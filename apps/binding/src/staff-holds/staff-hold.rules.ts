import type { Hold, HoldKey } from '@bindery/card-lifecycle';
import type { Id } from '@bindery/kernel';
import type { StaffRole } from '@bindery/trust';

/** Owners whose holds are laid and lifted by our own people. */
export const staffHoldOwners = ['RISK', 'COMPLIANCE'] as const;
export type StaffHoldOwner = (typeof staffHoldOwners)[number];

/** Who speaks for an owner: whoever talks with holders for the one, whoever looks at papers for the other. */
export const roleOf = { RISK: 'AGENT', COMPLIANCE: 'REVIEWER' } as const satisfies Record<StaffHoldOwner, StaffRole>;

/** Every reason that can be stated, and whose it is. */
export const ownerOf = {
  MISUSE_REPORTED: 'RISK',
  UNUSUAL_USE: 'RISK',
  ACCOUNT_TAKEN_OVER: 'RISK',
  COURT_ORDER: 'COMPLIANCE',
  SANCTIONS_LIST: 'COMPLIANCE',
  IDENTITY_IN_DOUBT: 'COMPLIANCE',
} as const satisfies Record<string, StaffHoldOwner>;
export type StaffHoldReason = keyof typeof ownerOf;
export const staffHoldReasons = Object.keys(ownerOf) as StaffHoldReason[];

/**
 * The one hold of an owner on a binding, whatever the reasons: the stated one is for our own people only, as a legal duty may forbid to tell it, and
 * holds are told to the holder, to apps and in events.
 */
export const holdKeys = {
  RISK: { owner: 'RISK', reason: 'SECURITY_CHECK' },
  COMPLIANCE: { owner: 'COMPLIANCE', reason: 'LEGAL_DUTY' },
} as const satisfies Record<StaffHoldOwner, HoldKey>;

export const hasStaffHold = (holds: readonly Hold[]): boolean =>
  holds.some(({ owner }) => (staffHoldOwners as readonly string[]).includes(owner));

/** How long what is said of a hold may be. */
export const wordsMax = 2000;

/** A hold of a card as our own people laid it, and lifted it. */
export interface StaffHold {
  readonly id: Id<'hold'>;
  readonly cardId: Id<'card'>;
  /** Whose card it is. */
  readonly accountId: Id<'account'>;
  readonly reason: StaffHoldReason;
  readonly words: string;
  readonly laidBy: Id<'account'>;
  readonly laidAt: Date;
  readonly liftedWords: string | null;
  readonly liftedBy: Id<'account'> | null;
  readonly liftedAt: Date | null;
}

export const holdOutcomes = ['HELD', 'ALREADY_HELD', 'LIFTED', 'WAITS_FOR_PROVIDER', 'STILL_HELD'] as const;
/** What became of one binding. */
export type HoldOutcome = (typeof holdOutcomes)[number];

export interface HoldResult {
  readonly bindingId: Id<'binding'>;
  readonly outcome: HoldOutcome;
}

export const holdBars = ['OWN_ACCOUNT', 'LAID_IT'] as const;
/** Why somebody may not lay or lift a hold. */
export type HoldBar = (typeof holdBars)[number];

/** Nobody holds a card of their own, nor frees one; what a legal duty holds is freed by somebody else than laid it. */
export function barOf(
  { accountId, reason, laidBy }: Pick<StaffHold, 'accountId' | 'reason'> & Partial<Pick<StaffHold, 'laidBy'>>,
  staffId: Id<'account'>,
): HoldBar | null {
  if (staffId === accountId) return 'OWN_ACCOUNT';
  return ownerOf[reason] === 'COMPLIANCE' && laidBy === staffId ? 'LAID_IT' : null;
}

/** Of the owners, those for whom somebody of these roles speaks: of the others they read nothing. */
export const ownersFor = (roles: readonly StaffRole[]): StaffHoldOwner[] =>
  staffHoldOwners.filter((owner) => roles.includes(roleOf[owner]));

export const reasonsOf = (owners: readonly StaffHoldOwner[]): StaffHoldReason[] =>
  staffHoldReasons.filter((reason) => owners.includes(ownerOf[reason]));
