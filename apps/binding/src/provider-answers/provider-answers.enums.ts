import { enumOf } from '@bindery/subgraph';
import { answerDecisions, answerObstacles, caseSteps, providerAnswers } from './provider-answer.rules';

export const ProviderAnswerEnum = enumOf(
  'ProviderAnswer',
  'What a provider answered by letter or phone.',
  providerAnswers,
  {
    DONE: 'It has done what it was asked for.',
    NOT_DONE: 'It has not done it, and will not.',
    GONE: 'The card is not there any more.',
    SUSPENDED: 'The card is blocked there.',
    ACTIVE: 'The card can be used there.',
    NOTHING_OWED: 'The card that was replaced owes nothing there any more, and can be taken off.',
  },
);

export const ProviderAnswerDecisionEnum = enumOf(
  'ProviderAnswerDecision',
  'What became of an answer that was taken down.',
  answerDecisions,
  { TAKEN: 'It counts.', DECLINED: 'It does not count.' },
);

export const CaseStepCodeEnum = enumOf('CaseStepCode', 'What our people can do about a case.', caseSteps, {
  ASK_AGAIN: 'Have the provider asked now, by askProviderAgain.',
  RECORD_ANSWER: 'Take down what the provider said otherwise, by recordProviderAnswer.',
  CONFIRM_ANSWER: 'Agree with what another has taken down, or decline it, by confirmProviderAnswer.',
  CLOSE: 'Close it with a reason, by closeCase.',
  DECIDE_DISPUTE: 'Decide the dispute, by decideDispute.',
});

export const ProviderAnswerObstacleEnum = enumOf(
  'ProviderAnswerObstacle',
  'Why this is not done about a case.',
  answerObstacles,
  {
    OWN_ACCOUNT: 'It is about their own card.',
    CASE_CLOSED: 'The case is closed.',
    NO_ANSWER_AWAITED: 'The case waits for no answer of a provider.',
    NOT_OPEN: 'The case does not wait for an answer about that, or not any more.',
    ONLY_THE_PROVIDER: 'Only the provider itself can say that a card is bound, as it names it.',
    DOES_NOT_FIT: 'That is no answer to what was asked, or does not fit how the card stands.',
    ANOTHER_WAITS: 'An answer about the same waits to be confirmed or declined.',
    NOTHING_TO_ASK: 'Nothing was sent yet that could be asked about.',
    OWN_STATEMENT: 'Somebody else has to confirm it.',
    DECIDED_BEFORE: 'It was confirmed or declined before.',
    OVERTAKEN: 'What it is about has ended otherwise, or is another by now.',
  },
);
