import { actors, holdOwners, phases, statuses, syncStates } from '@bindery/card-lifecycle';
import { enumOf } from '@bindery/subgraph';

const phaseWords = {
  VERIFYING: 'Waits for proofs, data or documents of the holder.',
  IN_REVIEW: 'Waits for a person’s decision.',
  BINDING: 'Waits for the provider’s answer to bind.',
  AWAITING_ACTIVATION: 'Waits for a step of the provider’s own, e.g. an invitation to accept.',
  BOUND: 'Waits for nothing.',
  UNBINDING: 'Waits for the provider’s answer to unbind; unusable from the first moment.',
  UNBOUND: 'Off; it can be restored while the restore window lasts.',
  RESTORING: 'Waits for the provider’s answer to restore.',
  DECLINED: 'Over: was never bound.',
  REPLACED: 'Over: another binding took its place.',
  RETIRED: 'Over: the time to restore has passed.',
} as const;

export const BindingPhaseEnum = enumOf('BindingPhase', 'What a binding waits for.', phases, phaseWords);

export const BindingStatusEnum = enumOf(
  'BindingStatus',
  'The one word a client shows, derived from phase, holds and sync.',
  statuses,
  {
    ...phaseWords,
    ACTIVE: 'Usable.',
    SUSPENDED: 'Bound, but held for a reason.',
    EXPIRED: 'Bound, but the card or a document expired; the hold names which.',
  },
);

export const HoldOwnerEnum = enumOf('HoldOwner', 'Whose reason it is that a card may not be used.', holdOwners, {
  HOLDER: 'The holder suspended it.',
  DEVICE_LOST: 'The device is lost or was removed.',
  PROVIDER: 'The provider blocks it.',
  RISK: 'The risk engine blocks it.',
  COMPLIANCE: 'A legal duty blocks it.',
  VALIDITY: 'The card expired.',
  DOCUMENT: 'The identity document expired.',
  ACCOUNT: 'The account is locked.',
  DISPUTE: 'A dispute is open.',
});

/** Those that something here lays, and one for each owner whose own reasons have no name here. */
export const holdCauses = [
  'SUSPENDED_BY_HOLDER',
  'SUSPENDED_BY_PROVIDER',
  'CARD_REPORTED_LOST',
  'DEVICE_REPORTED_LOST',
  'NOT_ACTIVATED',
  'REVOKED',
  'ACCOUNT_LOCKED',
  'BLOCKED_BY_PROVIDER',
  'SECURITY_CHECK',
  'LEGAL_DUTY',
  'CARD_EXPIRED',
  'DOCUMENT_EXPIRED',
  'DISPUTE_OPEN',
  'OTHER',
] as const;
export type HoldCause = (typeof holdCauses)[number];

export const HoldCauseEnum = enumOf('HoldCause', 'Why a card may not be used.', holdCauses, {
  SUSPENDED_BY_HOLDER: 'Its holder suspended it.',
  SUSPENDED_BY_PROVIDER: 'Its provider suspended it: the bank, or the administrator of the site.',
  CARD_REPORTED_LOST: 'Its holder reported the card lost.',
  DEVICE_REPORTED_LOST: 'Its holder reported the device lost that it is bound on.',
  NOT_ACTIVATED: 'The provider’s own step is not done.',
  REVOKED: 'It should never have been bound, and is being taken off.',
  ACCOUNT_LOCKED: 'The account is locked.',
  BLOCKED_BY_PROVIDER: 'Its provider blocks it.',
  SECURITY_CHECK: 'A check for misuse blocks it.',
  LEGAL_DUTY: 'A legal duty blocks it.',
  CARD_EXPIRED: 'The card expired.',
  DOCUMENT_EXPIRED: 'The identity document expired.',
  DISPUTE_OPEN: 'A dispute about it is open, or was when another card took its place.',
  OTHER: 'Another reason of the owner of the hold.',
});

/** What a hold is told as whose reason has no name of its own. */
const causeOf: Readonly<Record<keyof typeof HoldOwnerEnum, HoldCause>> = {
  HOLDER: 'OTHER',
  DEVICE_LOST: 'DEVICE_REPORTED_LOST',
  PROVIDER: 'BLOCKED_BY_PROVIDER',
  RISK: 'SECURITY_CHECK',
  COMPLIANCE: 'LEGAL_DUTY',
  VALIDITY: 'CARD_EXPIRED',
  DOCUMENT: 'DOCUMENT_EXPIRED',
  ACCOUNT: 'ACCOUNT_LOCKED',
  DISPUTE: 'DISPUTE_OPEN',
};

/** The cause of a hold; every reason for which identity locks an account is one. */
export const toHoldCause = (owner: keyof typeof HoldOwnerEnum, reason: string): HoldCause =>
  owner === 'ACCOUNT' ? 'ACCOUNT_LOCKED' : (holdCauses.find((cause) => cause === reason) ?? causeOf[owner]);

export const SyncStateEnum = enumOf('SyncState', 'How our view and the provider’s relate.', syncStates, {
  IN_SYNC: 'Both agree.',
  PENDING: 'An operation waits for the provider’s answer.',
  UNKNOWN: 'Nobody knows whether an operation happened; the provider is being asked.',
  DIVERGED: 'The views differ; the stricter one holds.',
});

const operationKinds = ['BIND', 'ACTIVATE', 'SUSPEND', 'RESUME', 'UNBIND', 'RESTORE'] as const;

export const OperationKindEnum = enumOf('OperationKind', 'What is asked of a provider.', operationKinds, {
  BIND: 'Bind the card.',
  ACTIVATE: 'The provider’s own step after a bind.',
  SUSPEND: 'Block the card.',
  RESUME: 'Unblock the card.',
  UNBIND: 'Take the card off.',
  RESTORE: 'Undo an unbind.',
});

export const BindingActorEnum = enumOf('BindingActor', 'Who can change a binding.', actors, {
  HOLDER: 'The card holder.',
  DEVICE: 'The device.',
  PROVIDER: 'The provider.',
  ACCESS_ADMIN: 'An administrator of the site.',
  AGENT: 'A support agent.',
  REVIEWER: 'A reviewer.',
  RISK: 'The risk engine.',
  COMPLIANCE: 'Compliance.',
  SYSTEM: 'Timers and reconciliation.',
});
