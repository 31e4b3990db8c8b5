import { enumOf } from '@bindery/subgraph';
import { decisions, decisionSteps } from './decisions.rules';
import { disputeMatters, disputeStates } from './disputes.rules';

export const DisputeMatterEnum = enumOf('DisputeMatter', 'What a holder says they did not do.', disputeMatters, {
  UNAUTHORISED_UNBIND: 'A card was taken off.',
  UNAUTHORISED_BIND: 'A card was bound.',
  UNAUTHORISED_LOAN: 'A loan was opened with the card.',
  UNAUTHORISED_USE: 'A card was used.',
  IMPERSONATION: 'Somebody acted as the holder.',
});

export const DisputeStateEnum = enumOf('DisputeState', 'How far a dispute is.', disputeStates, {
  OPEN: 'Our people look into it.',
  PROPOSED: 'One of our people would uphold it; another has to agree.',
  AWAITING_PROOF: 'Upheld: the holder puts the card back by a proof, with requestRestore.',
  UPHELD: 'The holder was right.',
  REJECTED: 'Our people found otherwise.',
});

export const DisputeDecisionEnum = enumOf('DisputeDecision', 'What is decided of a dispute.', decisions, {
  UPHOLD: 'The holder is right; another person has to agree.',
  REJECT: 'It was otherwise, for reasons that are told.',
});

export const DisputeDecisionStepEnum = enumOf(
  'DisputeDecisionStep',
  'What somebody said of a dispute.',
  decisionSteps,
  {
    PROPOSED: 'Proposed it.',
    CONFIRMED: 'Agreed with the proposal.',
    DISAGREED: 'Differed from the proposal, which fell.',
    DECIDED: 'Decided it.',
  },
);
