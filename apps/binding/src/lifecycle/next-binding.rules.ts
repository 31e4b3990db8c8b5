import type { InBothLanguages } from '@bindery/localisation';
import type { Transition } from '@bindery/card-lifecycle';
import { newId } from '@bindery/kernel';
import type { Binding } from './binding.rules';
import { addDays } from './moments.rules';

/** An unbind can be disputed for so long; where nothing can be restored, secrets are kept until then (requirement 40). */
const disputeDays = 60;

/** What the provider of a card grants after an unbind: days to restore it, or null. */
export interface ProviderPolicy {
  /** What its events call the provider. */
  readonly name: InBothLanguages;
  readonly restore: { readonly windowDays: number | null };
}

/** What a use case adds to the step itself. */
export type BindingExtras = Partial<Pick<Binding, 'credentialReference' | 'planId' | 'unbindReason'>>;

/** The binding after a step of the machine: one version on, its dates as the phase demands. */
export function nextBinding(
  binding: Binding,
  step: Transition,
  policy: Pick<ProviderPolicy, 'restore'>,
  now: Date,
  extras: BindingExtras = {},
): Binding {
  const phase = step.to.phase;
  const has = (type: string) => step.effects.some((effect) => effect.type === type);
  return {
    ...binding,
    ...(phase === step.from ? {} : datesOf(binding, step, policy, now)),
    ...extras,
    ...(has('IssueReceipt') ? { receiptId: newId('receipt', now.getTime()) } : {}),
    ...(has('PurgeSecrets') ? { credentialReference: null } : {}),
    state: step.to,
    version: binding.version + 1,
  };
}

function datesOf(
  binding: Binding,
  { from, to, effects }: Transition,
  { restore }: Pick<ProviderPolicy, 'restore'>,
  now: Date,
): Partial<Binding> {
  switch (to.phase) {
    case 'BOUND':
      return { deadline: null, restorableUntil: null, ...(from === 'UNBINDING' ? {} : { boundAt: now }) };
    case 'UNBOUND': {
      // A refused restore finds its window as it was.
      if (from === 'RESTORING') return {};
      const opens = effects.some(({ type }) => type === 'StartRestoreWindow') && restore.windowDays !== null;
      const restorableUntil = opens ? addDays(now, restore.windowDays ?? 0) : null;
      return { unboundAt: now, restorableUntil, deadline: restorableUntil ?? addDays(now, disputeDays) };
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
