import type { EntityManager } from 'typeorm';
import { openOperation, possibleTriggers } from '@bindery/card-lifecycle';
import type { Clock } from '@bindery/kernel';
import type { Binding } from './binding.rules';
import type { TransitionRefused } from './lifecycle.errors';
import { aboutBinding, type FactBook } from './ports/facts';
import type { RestorePolicy } from './restore-terms.rules';
import { isRestorable } from './restore-window.rules';

/** A refusal of the card machine as the holder is told it: the phase, and what they could do instead, of which no restore would be refused for what is known. */
export type RefuseTransition = (tx: EntityManager, binding: Binding) => Promise<TransitionRefused>;

export interface RefuseTransitionDeps {
  readonly facts: FactBook;
  readonly policyOf: (provider: string) => RestorePolicy;
  /** Of bindings of one account, whether their providers' limits leave room for one more. */
  readonly hasRoom: (tx: EntityManager, bindings: readonly Binding[]) => Promise<readonly boolean[]>;
  readonly clock: Clock;
}

export function createRefuseTransition({ facts, policyOf, hasRoom, clock }: RefuseTransitionDeps): RefuseTransition {
  async function comesBack(tx: EntityManager, binding: Binding): Promise<boolean> {
    const about = aboutBinding(binding);
    const disputeOpen = await facts.read(tx, 'disputeOpen', about);
    const slotFree = await facts.read(tx, 'slotFree', about);
    const [leavesRoom = false] = await hasRoom(tx, [binding]);
    return leavesRoom && isRestorable(binding, policyOf(binding.provider), { now: clock.now(), disputeOpen, slotFree });
  }

  return async (tx, binding) => {
    const deadline = awaitsProvider(binding) ? openOperation(binding.state.sync)?.deadline : undefined;
    const until = deadline === undefined ? null : new Date(deadline);
    const possible = possibleTriggers(binding.state, 'HOLDER');
    const refused = possible.includes('RequestRestore') && !(await comesBack(tx, binding)) ? 'RequestRestore' : null;
    return {
      kind: 'TRANSITION_REFUSED',
      binding,
      awaitedUntil: until && until > clock.now() ? until : null,
      possible: possible.filter((trigger) => trigger !== refused),
    };
  };
}

const awaitsProvider = ({ state: { phase } }: Binding) =>
  phase === 'BINDING' || phase === 'UNBINDING' || phase === 'RESTORING';
