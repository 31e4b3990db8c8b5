export const en = {
  ASK_AGAIN: 'Have the provider asked now. Nothing is sent anew.',
  RECORD_ANSWER: 'Write or call, and take down what the provider says.',
  CONFIRM_ANSWER: 'Read what a colleague has taken down, and confirm or decline it.',
  CLOSE: 'Look into it, and close it with a reason.',
  DECIDE_DISPUTE: 'Decide the dispute.',
  OWN_ACCOUNT: 'This is about your own card. Somebody else does this.',
  CASE_CLOSED: 'This case is closed. Nothing is awaited any more.',
  NO_ANSWER_AWAITED: 'This case waits for no answer of a provider. Close it with a reason once you have looked.',
  NOT_OPEN: 'This case does not wait for an answer about that. Look at what it lists.',
  ONLY_THE_PROVIDER:
    'Only the provider itself names a new card. Have it answer us, or record that it did not bind: then it can be bound again.',
  DOES_NOT_FIT: 'That is no answer to what is open. Look at the answers that the case lists.',
  ANOTHER_WAITS: 'An answer about this waits already. Confirm or decline that one first.',
  NOTHING_TO_ASK: 'Nothing has left for the provider yet. It is sent as soon as it can be.',
  OWN_STATEMENT: 'You took this down yourself. A colleague has to confirm it; you can decline it.',
  DECIDED_BEFORE: 'This was confirmed or declined already.',
  OVERTAKEN: 'What this is about has gone on meanwhile. Decline it, and look at the case again.',
} as const;
