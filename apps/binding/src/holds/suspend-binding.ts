import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import type { ProviderProfile } from '../catalogue';
import { lockBinding, prepareOperation, type Transitions } from '../lifecycle';
import { holderHold } from './holder-hold.rules';
import type { SuspendBindingError } from './holds.errors';

interface SuspendBindingCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
}

type Outcome = Result<{ bindingId: Id<'binding'> }, SuspendBindingError>;
export type SuspendBinding = (command: SuspendBindingCommand) => Promise<Outcome>;

interface SuspendBindingDeps {
  readonly once: Once;
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** Blocks a card here at once; the provider is told after, where it suspends natively. */
export function createSuspendBinding({ once, transitions, profiles, clock }: SuspendBindingDeps): SuspendBinding {
  return ({ viewer: { accountId }, idempotencyKey, bindingId }) =>
    once(
      { owner: accountId, operation: 'suspendBinding', idempotencyKey, request: { bindingId } },
      async (tx): Promise<Outcome> => {
        const locked = await lockBinding(tx, bindingId, accountId);
        const profile = locked && profiles.get(locked.binding.provider);
        if (!locked || !profile) return err({ kind: 'NOT_FOUND' });
        if (!profile.suspend.by.includes('HOLDER')) return err({ kind: 'SUSPEND_NOT_OFFERED' });
        const now = clock.now();
        const hold = { ...holderHold, since: now.toISOString() };
        const operation =
          profile.suspend.mode === 'NATIVE' ? { operation: prepareOperation('SUSPEND', profile, now) } : {};
        const taken = await transitions.take(
          tx,
          locked,
          { type: 'AddHold', actor: 'HOLDER', hold, ...operation },
          { channel: 'WALLET_APP', reason: hold.reason },
        );
        return taken.ok ? ok({ bindingId }) : err(await transitions.refuse(tx, locked.binding));
      },
    );
}
