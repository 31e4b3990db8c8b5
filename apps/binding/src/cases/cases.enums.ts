import { enumOf } from '@bindery/subgraph';
import { providerSayings } from '../providers';
import { bindingCaseAbouts, caseObstacles, caseOperationKinds } from './cases.rules';

export const BindingCaseAboutEnum = enumOf('BindingCaseAbout', 'What people look into.', bindingCaseAbouts, {
  DIVERGED: 'The provider sees the card otherwise than we do.',
  OVERDUE: 'The provider has not answered in time.',
  REFUSED: 'The provider would not block or revoke the card.',
  DISPUTE_OVERDUE: 'A dispute was not decided in time.',
  LENDER_OVERDUE: 'A lender has not answered in time about a consent or a loan.',
  LENDER_REFUSED:
    'A lender would not take back a consent, revoke a loan, or move an account, or cannot be asked to any more.',
  REVOCATION: 'A reader has not confirmed that the card is off.',
  OBLIGATION_OVERDUE:
    'The provider has not answered in time what became of a recurring payment, a pending one or a balance, or a card that was replaced still has what keeps it from being taken off there.',
  MANDATE_LEFT: 'A recurring payment of the card that was replaced did not go over to this one.',
  CHARGED_AFTER_UNBIND: 'The card was charged after it was taken off.',
  OPENED_AFTER_UNBIND: 'A door opened to the card after it was taken off, and later than it might have.',
  USED_WHILE_HELD: 'The card was used while it was blocked.',
  COLLECTED_WITHOUT_CONSENT: 'A lender collected without a consent to collect.',
});

export const CaseObstacleEnum = enumOf('CaseObstacle', 'Why a case is not closed by somebody.', caseObstacles, {
  OWN_ACCOUNT: 'It is about their own card.',
  ENDS_BY_ITSELF: 'It ends when what it is about has ended, and not before.',
  CLOSED_BEFORE: 'It is closed already.',
});

export const ProviderSayingEnum = enumOf(
  'ProviderSaying',
  'What a provider said about what it was asked for.',
  providerSayings,
  {
    PENDING: 'It is not done yet.',
    NOT_KNOWN: 'It has never heard of it.',
    ACTIVATION_REQUIRED: 'The holder has to do something first.',
    CONFIRMED: 'It is done, in a way that we could not take.',
    REFUSED: 'It does not do it, in a way that we could not take.',
  },
);

export const CaseOperationKindEnum = enumOf(
  'CaseOperationKind',
  'What a provider was asked for, as our people see it.',
  caseOperationKinds,
  {
    BIND: 'Bind the card.',
    UNBIND: 'Take the card off.',
    RESTORE: 'Undo an unbind.',
    SUSPEND: 'Block the card.',
    RESUME: 'Unblock the card.',
    CANCEL_MANDATE: 'Cancel a recurring payment.',
    MOVE_MANDATE: 'Collect a recurring payment from another card.',
    SETTLE_PENDING: 'Pay a pending payment now.',
    WITHDRAW_BALANCE: 'Pay out the balance.',
    GIVE_CONSENT: 'Take note of a consent.',
    WITHDRAW_CONSENT: 'Take note that a consent was taken back.',
    OPEN_LOAN: 'Open a loan.',
    REVOKE_LOAN: 'Revoke a loan.',
    MOVE_ACCOUNT: 'Move an account to another card.',
  },
);
