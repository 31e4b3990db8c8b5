import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { lockBinding, type Transitions } from '../lifecycle';
import type { CancelBindingError } from './bind.errors';

interface CancelBindingCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
}

type Outcome = Result<{ bindingId: Id<'binding'> }, CancelBindingError>;
export type CancelBinding = (command: CancelBindingCommand) => Promise<Outcome>;

interface CancelBindingDeps {
  readonly once: Once;
  readonly transitions: Transitions;
}

/** The holder gives up a binding that is not bound yet. */
export function createCancelBinding({ once, transitions }: CancelBindingDeps): CancelBinding {
  return ({ viewer: { accountId }, idempotencyKey, bindingId }) =>
    once(
      { owner: accountId, operation: 'cancelBinding', idempotencyKey, request: { bindingId } },
      async (tx): Promise<Outcome> => {
        const locked = await lockBinding(tx, bindingId, accountId);
        if (!locked) return err({ kind: 'NOT_FOUND' });
        const trigger = { type: 'Cancel', actor: 'HOLDER' } as const;
        const taken = await transitions.take(tx, locked, trigger, { channel: 'WALLET_APP' });
        return taken.ok ? ok({ bindingId }) : err(await transitions.refuse(tx, locked.binding));
      },
    );
}
