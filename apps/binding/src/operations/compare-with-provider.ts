import { hasOwnHolds, openOperation, type Trigger } from '@bindery/card-lifecycle';
import type { UnitOfWork } from '@bindery/persistence';
import type { Binding } from '../lifecycle/binding.rules';
import type { Connectors, CredentialStatus } from '../providers/connector';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';
import { lockBinding, readBinding } from '../lifecycle/binding.repository';
import type { Steps } from '../lifecycle/transitions';

/**
 * Asks the provider how a credential stands and takes over what is terminal or agrees; a difference is named, and then
 * healed or made a case (requirements 20 and 21). Throws when the provider does not answer: the job comes again.
 */
export type CompareWithProvider = (bindingId: string) => Promise<void>;

interface CompareWithProviderDeps {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
  readonly connectors: Connectors;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
}

export function createCompareWithProvider({
  unitOfWork,
  steps,
  connectors,
  profiles,
}: CompareWithProviderDeps): CompareWithProvider {
  return async (bindingId) => {
    const found = await unitOfWork.run((tx) => readBinding(tx, bindingId));
    const reference = found?.binding.credentialReference;
    if (!found || !reference) return;
    const answer = await connectors(found.binding.provider).credentialStatus(reference);
    if (!answer.ok)
      throw new Error(`${found.binding.provider} does not say how a credential stands: ${answer.error.detail}`);
    await unitOfWork.run(async (tx) => {
      const held = await lockBinding(tx, bindingId);
      // What was asked about an earlier state says nothing of this one.
      if (!held || held.binding.version !== found.binding.version) return;
      const trigger = decideTrigger(
        held.binding,
        answer.value,
        profiles.get(held.binding.provider)?.suspend.mode === 'NATIVE',
      );
      if (trigger) await steps.take(tx, held, trigger, { channel: 'PROVIDER_QUERY' });
    });
  };
}

/** What the provider's view makes of a binding; undefined if nothing. */
export function decideTrigger(
  { state }: Pick<Binding, 'state'>,
  observed: CredentialStatus,
  suspendsNatively: boolean,
): Trigger | undefined {
  const open = openOperation(state.sync);
  if (observed === 'ABSENT') {
    if (state.phase === 'UNBINDING' && open)
      return { type: 'ProviderSaysAbsent', actor: 'PROVIDER', operationId: open.id };
    return state.phase === 'BOUND' || state.phase === 'AWAITING_ACTIVATION'
      ? { type: 'RemovedElsewhere', actor: 'PROVIDER', confirmedByQuery: true }
      : undefined;
  }
  if (state.phase !== 'BOUND' || open) return undefined;
  const desired = suspendsNatively && hasOwnHolds(state.holds) ? 'SUSPENDED' : 'ACTIVE';
  const changed = { type: 'SyncChanged', actor: 'SYSTEM', queried: true, overdue: false } as const;
  if (observed === desired)
    return state.sync.state === 'IN_SYNC' ? undefined : { ...changed, sync: { state: 'IN_SYNC' } };
  const known = state.sync.state === 'DIVERGED' && state.sync.desired === desired && state.sync.observed === observed;
  return known ? undefined : { ...changed, sync: { state: 'DIVERGED', desired, observed } };
}
