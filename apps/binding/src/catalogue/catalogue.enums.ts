import { enumOf } from '@bindery/subgraph';
import { cardElements, devicePlatforms, obligationActKinds } from '../providers';
import {
  allowedPurposes,
  documentTypes,
  movableThings,
  restoreStrategies,
  reviewOccasions,
  suspendModes,
} from './provider-profile.rules';

export const RestoreStrategyEnum = enumOf('RestoreStrategy', 'How an unbound card comes back.', restoreStrategies, {
  REACTIVATE: 'The old credential works again.',
  REPROVISION: 'A new credential is given.',
  REBIND_ONLY: 'Nothing comes back; the card can be bound anew.',
});

export const CardElementEnum = enumOf(
  'CardElement',
  'What a bank compares besides the number of a card.',
  cardElements,
  {
    HOLDER_NAME: 'The name of the holder: card.bank.holderName.',
    ID_NUMBER: 'The number of their identity card: card.bank.idNumber.',
    PHONE: 'The phone they left with the bank: card.bank.phone.',
  },
);

export const ObligationActKindEnum = enumOf(
  'ObligationActKind',
  'What is done about what hangs on a card, on its holder’s word.',
  obligationActKinds,
  {
    CANCEL_MANDATE: 'Nobody collects by it any more.',
    MOVE_MANDATE: 'It is collected from another card of the holder at the same provider.',
    SETTLE_PENDING: 'A pending payment is paid now.',
    WITHDRAW_BALANCE: 'The whole balance is paid out to where it came from.',
  },
);

export const SuspendModeEnum = enumOf('SuspendMode', 'How a card is suspended.', suspendModes, {
  NATIVE: 'The provider suspends the card.',
  EMULATED: 'Readers are told by us that it is suspended.',
  NONE: 'It cannot be suspended.',
});

export const AllowedPurposeEnum = enumOf(
  'AllowedPurpose',
  'What a holder can allow a provider beside holding a card.',
  allowedPurposes,
  {
    CREDIT_CHECK: 'To look up their credit record.',
    REPAYMENT_DEBIT: 'To collect repayments by itself.',
  },
);

export const MovableThingEnum = enumOf('MovableThing', 'What a card takes along.', movableThings, {
  NUMBER: 'Its number stays the same.',
  BALANCE: 'Its balance.',
  HISTORY: 'Its history at the provider.',
  LOANS: 'Its loans, and what its lender is allowed.',
});

/** Verification has the same, which reads them; the two are composed into one. */
export const StatedDocumentTypeEnum = enumOf('StatedDocumentType', 'Kinds of document.', documentTypes, {
  MAINLAND_ID: 'The resident identity card of mainland China.',
  PASSPORT: 'A passport.',
});

export const ReviewOccasionEnum = enumOf('ReviewOccasion', 'Of which cards people look at a bind.', reviewOccasions, {
  ALWAYS: 'Of all.',
  REBIND: 'Only of a card that was bound in this account before.',
});

/** As identity has it: one enum of the graph. */
export const DevicePlatformEnum = enumOf('DevicePlatform', 'What a device runs.', devicePlatforms, {
  IOS: 'iPhone or iPad.',
  ANDROID: 'Android.',
  HARMONY: 'HarmonyOS.',
  WEB: 'A browser.',
  MACOS: 'macOS.',
  WINDOWS: 'Windows.',
  LINUX: 'Linux.',
  OTHER: 'Anything else.',
});
