/** What a binding waits for. Order is that of its life; the texts for people live in the clients' catalogues. */
export const phases = [
  'VERIFYING',
  'IN_REVIEW',
  'BINDING',
  'AWAITING_ACTIVATION',
  'BOUND',
  'UNBINDING',
  'UNBOUND',
  'RESTORING',
  'DECLINED',
  'REPLACED',
  'RETIRED',
] as const;

export type Phase = (typeof phases)[number];

/** Phases without an exit: they absorb every trigger. */
export const terminalPhases = ['DECLINED', 'REPLACED', 'RETIRED'] as const satisfies readonly Phase[];

/** Phases that something can still happen in. */
export const livePhases = [
  'VERIFYING',
  'IN_REVIEW',
  'BINDING',
  'AWAITING_ACTIVATION',
  'BOUND',
  'UNBINDING',
  'UNBOUND',
  'RESTORING',
] as const satisfies readonly Phase[];

/** Whether a holder may suspend or resume a card: it is on, or on its way there, or not off for certain. Elsewhere there is nothing that could be used. */
export const mayBeHeldByHolder = (phase: Phase): boolean =>
  phase === 'BINDING' ||
  phase === 'AWAITING_ACTIVATION' ||
  phase === 'BOUND' ||
  phase === 'UNBINDING' ||
  phase === 'RESTORING';

export function isTerminal(phase: Phase): boolean {
  return phase === 'DECLINED' || phase === 'REPLACED' || phase === 'RETIRED';
}
