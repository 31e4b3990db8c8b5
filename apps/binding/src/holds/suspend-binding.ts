import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { BindingErrorOf, RequestError } from '../lifecycle/lifecycle.errors';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { lockBinding } from '../lifecycle/binding.repository';
import type { Attempt } from '../use-cases/attempt';
import type { Caller } from '../use-cases/caller';
import { holderHold } from './holder-hold.rules';
import { prepareOperation } from '../lifecycle/operation.rules';
import { refuse, toTransitionRefused } from '../lifecycle/refusals.rules';
import type { Steps } from '../lifecycle/transitions';

interface SuspendBindingCommand {
  readonly caller: Caller;
  readonly idempotencyKey: string;
  readonly bindingId: string;
}

type SuspendBindingError = RequestError | BindingErrorOf<'NOT_FOUND' | 'SUSPEND_NOT_OFFERED' | 'TRANSITION_REFUSED'>;

export type SuspendBinding = (
  command: SuspendBindingCommand,
) => Promise<Result<{ bindingId: string }, SuspendBindingError>>;

interface SuspendBindingDeps {
  readonly attempt: Attempt;
  readonly steps: Steps;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** Blocks a card here at once; the provider is told after, where it suspends natively. */
export function createSuspendBinding({ attempt, steps, profiles, clock }: SuspendBindingDeps): SuspendBinding {
  return ({ caller, idempotencyKey, bindingId }) =>
    attempt({ caller, operation: 'suspendBinding', idempotencyKey, request: { bindingId } }, async (tx) => {
      const held = await lockBinding(tx, bindingId, caller.accountId);
      const profile = held && profiles.get(held.binding.provider);
      if (!held || !profile) return refuse({ kind: 'NOT_FOUND' });
      if (!profile.suspend.by.includes('HOLDER')) return refuse({ kind: 'SUSPEND_NOT_OFFERED' });
      const now = clock.now();
      const hold = { ...holderHold, since: now.toISOString() };
      const operation =
        profile.suspend.mode === 'NATIVE' ? { operation: prepareOperation('SUSPEND', profile, now) } : {};
      const taken = await steps.take(
        tx,
        held,
        { type: 'AddHold', actor: 'HOLDER', hold, ...operation },
        { channel: 'WALLET_APP', reason: hold.reason },
      );
      return taken.ok ? ok({ bindingId }) : err(toTransitionRefused(held.binding));
    });
}
