/**
 * What the fake provider does with an operation, whose ordinary course is PENDING: answered 202, settled CONFIRMED.
 *
 * CONFIRM, REFUSE: settled in the answer. REFUSE_LATER: pending, then refused. UNKNOWN: no answer and no effect.
 * UNKNOWN_DONE: no answer, but the effect, and a message. TWICE: the message comes twice. LATE: settled and told only
 * when late ones are asked for. NEVER: pending for ever. SILENT: settled, but not told. ACTIVATION: the provider's own
 * step is awaited. CONTRADICT: confirmed, then a message claims the opposite.
 */
export type FakeBehaviour =
  | 'PENDING'
  | 'CONFIRM'
  | 'REFUSE'
  | 'REFUSE_LATER'
  | 'UNKNOWN'
  | 'UNKNOWN_DONE'
  | 'TWICE'
  | 'LATE'
  | 'NEVER'
  | 'SILENT'
  | 'ACTIVATION'
  | 'CONTRADICT';

/** Behaviours whose outcome is not in the answer to the request. */
export const settlesLater = (behaviour: FakeBehaviour): boolean =>
  !['CONFIRM', 'REFUSE', 'UNKNOWN', 'NEVER'].includes(behaviour);
