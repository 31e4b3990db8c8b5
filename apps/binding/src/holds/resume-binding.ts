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

interface ResumeBindingCommand {
  readonly caller: Caller;
  readonly idempotencyKey: string;
  readonly bindingId: string;
}

type ResumeBindingError = RequestError | BindingErrorOf<'NOT_FOUND' | 'TRANSITION_REFUSED'>;

export type ResumeBinding = (
  command: ResumeBindingCommand,
) => Promise<Result<{ bindingId: string }, ResumeBindingError>>;

interface ResumeBindingDeps {
  readonly attempt: Attempt;
  readonly steps: Steps;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/** Lifts the holder's own suspension: once the provider agrees, where it suspends natively; at once elsewhere. */
export function createResumeBinding({ attempt, steps, profiles, clock }: ResumeBindingDeps): ResumeBinding {
  return ({ caller, idempotencyKey, bindingId }) =>
    attempt({ caller, operation: 'resumeBinding', idempotencyKey, request: { bindingId } }, async (tx) => {
      const held = await lockBinding(tx, bindingId, caller.accountId);
      const profile = held && profiles.get(held.binding.provider);
      if (!held || !profile) return refuse({ kind: 'NOT_FOUND' });
      const operation =
        profile.suspend.mode === 'NATIVE' ? { operation: prepareOperation('RESUME', profile, clock.now()) } : {};
      const taken = await steps.take(
        tx,
        held,
        { type: 'LiftHold', actor: 'HOLDER', ...holderHold, ...operation },
        { channel: 'WALLET_APP', reason: holderHold.reason },
      );
      return taken.ok ? ok({ bindingId }) : err(toTransitionRefused(held.binding));
    });
}
