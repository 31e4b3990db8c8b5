import type { Id } from '@bindery/kernel';
import type { UnitOfWork } from '@bindery/persistence';
import type { Connectors } from '../providers';
import type { ProviderProfile } from '../catalogue';
import { lockBinding, findBinding, type Transitions } from '../lifecycle';
import { decideTrigger } from './compare-with-provider.rules';

/**
 * Asks the provider how a credential stands and takes over what is terminal or agrees; a difference is named, and then
 * healed or made a case (requirements 20 and 21). Throws when the provider does not answer: the job comes again.
 */
export type CompareWithProvider = (bindingId: Id<'binding'>) => Promise<void>;

interface CompareWithProviderDeps {
  readonly unitOfWork: UnitOfWork;
  readonly transitions: Transitions;
  readonly connectors: Connectors;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
}

export function createCompareWithProvider({
  unitOfWork,
  transitions,
  connectors,
  profiles,
}: CompareWithProviderDeps): CompareWithProvider {
  return async (bindingId) => {
    const found = await unitOfWork.run((tx) => findBinding(tx, bindingId));
    const reference = found?.binding.credentialReference;
    if (!found || !reference) return;
    const answer = await connectors(found.binding.provider).credentialStatus(reference);
    if (!answer.ok)
      throw new Error(`${found.binding.provider} does not say how a credential stands: ${answer.error.detail}`);
    await unitOfWork.run(async (tx) => {
      const locked = await lockBinding(tx, bindingId);
      // What was asked about an earlier state says nothing of this one.
      if (!locked || locked.binding.version !== found.binding.version) return;
      const trigger = decideTrigger(
        locked.binding,
        answer.value,
        profiles.get(locked.binding.provider)?.suspend.mode === 'NATIVE',
      );
      if (trigger) await transitions.take(tx, locked, trigger, { channel: 'PROVIDER_QUERY' });
    });
  };
}
