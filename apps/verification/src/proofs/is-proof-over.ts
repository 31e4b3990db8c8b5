import { isId, type Clock, type Id } from '@bindery/kernel';
import type { ProofAction } from '@bindery/trust';
import type { EntityManager } from 'typeorm';
import { findKnownBinding } from './known-binding.repository';
import { isOver } from './nothing-to-prove.rules';

interface Sought {
  readonly action: ProofAction;
  readonly accountId: Id<'account'>;
  readonly subjectId: string;
}

/** Whether what somebody would prove cannot be done any more. Of a binding that is not known here, or another account's, nothing is told. */
export type IsProofOver = (tx: EntityManager, sought: Sought) => Promise<boolean>;

/** `isDisputed`: whether a dispute about the binding is open, or waits for its holder's proof. */
export const createIsProofOver =
  (clock: Clock, isDisputed: (tx: EntityManager, id: Id<'binding'>) => Promise<boolean>): IsProofOver =>
  async (tx, { action, accountId, subjectId }) => {
    const known = isId('binding', subjectId) ? await findKnownBinding(tx, subjectId) : null;
    if (known?.accountId !== accountId) return false;
    const disputed = action === 'RESTORE' && (await isDisputed(tx, known.id));
    return isOver(action, known, { now: clock.now(), disputed });
  };
