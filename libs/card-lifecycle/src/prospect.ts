import { newId } from '@bindery/kernel';
import type { Refusal } from './refusal';
import type { BindingState } from './state';
import { transition } from './transition';
import type { RequestRestore } from './triggers/unbinding-triggers';

/** What only a request brings: the proof, and the operation that is prepared for it. */
type BroughtByRequest = 'type' | 'actor' | 'proofFresh' | 'proofUnused' | 'proofForThisRestore' | 'operation';

/** The facts of a restore that nobody has requested yet. */
export type RestoreProspect = Omit<RequestRestore, BroughtByRequest>;

const request = {
  type: 'RequestRestore',
  actor: 'HOLDER',
  proofFresh: true,
  proofUnused: true,
  proofForThisRestore: true,
  operation: { id: newId('operation'), kind: 'RESTORE', deadline: '' },
} as const;

/** Why a restore would be refused however good its proof; null if it would not be. What is offered goes by the guards that decide. */
export function foreseeRestoreRefusal(state: BindingState, prospect: RestoreProspect): Refusal | null {
  const foreseen = transition(state, { ...request, ...prospect });
  return foreseen.ok ? null : foreseen.error;
}
