import type { OperationKind, PreparedOperation } from '@bindery/card-lifecycle';
import { newId } from '@bindery/kernel';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';

/** An operation to give to a trigger; the profile says how long its provider may take. */
export function prepareOperation<Kind extends OperationKind>(
  kind: Kind,
  { operationDeadlineSeconds }: Pick<ProviderProfile, 'operationDeadlineSeconds'>,
  now: Date,
): PreparedOperation<Kind> {
  return {
    id: newId('operation', now.getTime()),
    kind,
    deadline: new Date(now.getTime() + operationDeadlineSeconds * 1000).toISOString(),
  };
}
