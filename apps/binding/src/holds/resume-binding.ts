import { err, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { isSameHold } from '@bindery/card-lifecycle';
import type { ProviderProfile } from '../catalogue';
import { lockBinding, prepareOperation, type Transitions } from '../lifecycle';
import { listFoundHolds } from '../lost';
import { holderHold } from './holder-hold.rules';
import type { ResumeBindingError } from './holds.errors';

interface ResumeBindingCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
}

type Outcome = Result<{ bindingId: Id<'binding'> }, ResumeBindingError>;
export type ResumeBinding = (command: ResumeBindingCommand) => Promise<Outcome>;

interface ResumeBindingDeps {
  readonly once: Once;
  readonly transitions: Transitions;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/**
 * Lifts the holder's own suspension: once the provider agrees, where it suspends natively; at once elsewhere. Where they have laid none, what is left of a
 * report that they have taken back by a proof, whose lifting the provider refused then.
 */
export function createResumeBinding({ once, transitions, profiles, clock }: ResumeBindingDeps): ResumeBinding {
  return ({ viewer: { accountId }, idempotencyKey, bindingId }) =>
    once(
      { owner: accountId, operation: 'resumeBinding', idempotencyKey, request: { bindingId } },
      async (tx): Promise<Outcome> => {
        const locked = await lockBinding(tx, bindingId, accountId);
        const profile = locked && profiles.get(locked.binding.provider);
        if (!locked || !profile) return err({ kind: 'NOT_FOUND' });
        const hasOwn = locked.binding.state.holds.some((one) => isSameHold(one, holderHold));
        const [[left] = []] = hasOwn ? [] : await listFoundHolds(tx, [locked.binding]);
        const hold = left ?? holderHold;
        const operation =
          profile.suspend.mode === 'NATIVE' ? { operation: prepareOperation('RESUME', profile, clock.now()) } : {};
        const taken = await transitions.take(
          tx,
          locked,
          { type: 'LiftHold', actor: 'HOLDER', ...hold, ...operation },
          { channel: 'WALLET_APP', reason: hold.reason },
        );
        return taken.ok ? ok({ bindingId }) : err(await transitions.refuse(tx, locked.binding));
      },
    );
}
