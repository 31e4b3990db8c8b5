import { hasOwnHolds, openOperation } from '@bindery/card-lifecycle';
import type { Binding } from '../lifecycle/binding.rules';
import type { AskedTrigger } from '../lifecycle/ports/facts.rules';
import type { CredentialStatus } from '../providers/connector.rules';

/** What the provider's view makes of a binding; undefined if nothing. */
export function decideTrigger(
  { state }: Pick<Binding, 'state'>,
  observed: CredentialStatus,
  suspendsNatively: boolean,
): AskedTrigger | undefined {
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
