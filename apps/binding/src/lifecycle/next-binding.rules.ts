import type { InBothLanguages } from '@bindery/localisation';
import type { Transition } from '@bindery/card-lifecycle';
import { newId } from '@bindery/kernel';
import type { Binding } from './binding.rules';
import type { CredentialDigests } from './credentials/credential-digest.rules';
import { addDays } from './times/moments.rules';
import type { RestorePolicy } from './restore-terms.rules';
import { restoreTermsOf } from './restore-window.rules';

/** An unbind can be disputed for so long; where nothing can be restored, secrets are kept until then (requirement 40). */
export const disputeDays = 60;

/** What the provider of a card grants after an unbind, as of today. */
export interface ProviderPolicy extends RestorePolicy {
  /** What its events call the provider. */
  readonly name: InBothLanguages;
}

/** What a use case adds to the step itself. */
export type BindingExtras = Partial<Pick<Binding, 'credentialReference' | 'planId' | 'unbindReason' | 'deadline'>>;

/** The binding after a step of the machine: one version on, its dates as the phase demands. */
export function nextBinding(
  binding: Binding,
  step: Transition,
  policy: RestorePolicy,
  now: Date,
  digests: Pick<CredentialDigests, 'keep'>,
  extras: BindingExtras = {},
): Binding {
  const phase = step.to.phase;
  const has = (type: string) => step.effects.some((effect) => effect.type === type);
  return {
    ...binding,
    ...(phase === step.from ? {} : datesOf(binding, step, policy, now)),
    ...extras,
    ...(has('IssueReceipt') ? { receiptId: newId('receipt', now.getTime()) } : {}),
    ...(has('PurgeSecrets') ? purged(binding, digests) : {}),
    state: step.to,
    version: binding.version + 1,
  };
}

/** The name opens doors and pays, so it goes; by its digest the provider can still be told that it is off. */
const purged = (
  { provider, credentialReference }: Binding,
  digests: Pick<CredentialDigests, 'keep'>,
): Pick<Binding, 'credentialReference' | 'credentialDigest'> => ({
  credentialReference: null,
  credentialDigest: credentialReference === null ? null : digests.keep(provider, credentialReference),
});

function datesOf(
  binding: Binding,
  { from, to, effects }: Transition,
  policy: RestorePolicy,
  now: Date,
): Partial<Binding> {
  switch (to.phase) {
    case 'BOUND':
      return {
        deadline: null,
        restorableUntil: null,
        promisedRestore: null,
        ...(from === 'UNBINDING' ? {} : { boundAt: now }),
      };
    case 'UNBINDING':
      // The plan that was agreed to is that of now; the answer of the provider may come under other terms.
      return { deadline: deadlineShown(effects), promisedRestore: policy.restore };
    case 'UNBOUND': {
      // A refused restore finds its window as it was.
      if (from === 'RESTORING') return {};
      const promisedRestore = from === 'UNBINDING' ? restoreTermsOf(binding, policy) : policy.restore;
      const opens = effects.some(({ type }) => type === 'StartRestoreWindow') && promisedRestore.windowDays !== null;
      const restorableUntil = opens ? addDays(now, promisedRestore.windowDays ?? 0) : null;
      return {
        unboundAt: now,
        restorableUntil,
        promisedRestore,
        deadline: restorableUntil ?? addDays(now, disputeDays),
      };
    }
    case 'RESTORING':
      return {};
    default:
      return { deadline: deadlineShown(effects) };
  }
}

function deadlineShown(effects: Transition['effects']): Date | null {
  const shown = effects.find((effect) => effect.type === 'ShowDeadline');
  return shown ? new Date(shown.deadline) : null;
}
