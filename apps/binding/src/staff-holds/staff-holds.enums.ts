import { enumOf } from '@bindery/subgraph';
import { holdBars, holdOutcomes, staffHoldReasons } from './staff-hold.rules';

export const StaffHoldReasonEnum = enumOf(
  'StaffHoldReason',
  'Why our own people hold a card; holders are told whose hold it is, and none of these.',
  staffHoldReasons,
  {
    MISUSE_REPORTED: 'Misuse was reported, by the holder or by somebody else. A hold of RISK, by an AGENT.',
    UNUSUAL_USE: 'It is used as it never was. A hold of RISK, by an AGENT.',
    ACCOUNT_TAKEN_OVER: 'Somebody else seems to be in the account. A hold of RISK, by an AGENT.',
    COURT_ORDER: 'A court or an authority orders it. A hold of COMPLIANCE, by a REVIEWER.',
    SANCTIONS_LIST: 'The holder may be on a list of sanctions. A hold of COMPLIANCE, by a REVIEWER.',
    IDENTITY_IN_DOUBT: 'Who the holder is has to be looked into, as the law asks. A hold of COMPLIANCE, by a REVIEWER.',
  },
);

export const StaffHoldOutcomeEnum = enumOf('StaffHoldOutcome', 'What became of one binding of a card.', holdOutcomes, {
  HELD: 'It is held from this moment; its provider is told after.',
  ALREADY_HELD: 'It was held by this owner before, and goes on to be.',
  LIFTED: 'Nothing of this owner holds it any more.',
  WAITS_FOR_PROVIDER: 'It is held until its provider agrees.',
  STILL_HELD: 'Another reason of this owner holds it.',
});

export const StaffHoldBarEnum = enumOf('StaffHoldBar', 'Why somebody may not lay or lift a hold.', holdBars, {
  OWN_ACCOUNT: 'The card is of their own account.',
  LAID_IT: 'They laid it: what a legal duty holds is lifted by somebody else.',
});
