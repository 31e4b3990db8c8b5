import { openOperation, type OperationKind, type PreparedOperation } from '@bindery/card-lifecycle';
import { newId, type Id } from '@bindery/kernel';
import type { Binding } from './binding.rules';

/** An operation to give to a trigger; the profile says how long its provider may take. */
export function prepareOperation<Kind extends OperationKind>(
  kind: Kind,
  { operationDeadlineSeconds }: { readonly operationDeadlineSeconds: number },
  now: Date,
): PreparedOperation<Kind> {
  return {
    id: newId('operation', now.getTime()),
    kind,
    deadline: new Date(now.getTime() + operationDeadlineSeconds * 1000).toISOString(),
  };
}

/** An operation as a command answers it; plain JSON, since answers are kept for repeated requests. */
export interface OperationSummary {
  readonly id: Id<'operation'>;
  readonly kind: OperationKind;
  /** ISO 8601, UTC. */
  readonly deadline: string;
}

/** The operation that a step has just sent. */
export function summariseOperation({ id, state }: Pick<Binding, 'id' | 'state'>): OperationSummary {
  const open = openOperation(state.sync);
  if (!open) throw new Error(`binding ${id} has sent no operation`);
  return { id: open.id, kind: open.kind, deadline: open.deadline };
}
