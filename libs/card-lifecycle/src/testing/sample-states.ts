import type { Id } from '@bindery/kernel';
import type { Hold, HoldOwner } from '../holds';
import type { Phase } from '../phases';
import type { BindingState } from '../state';
import type { OperationKind, OperationRef, PreparedOperation, Sync } from '../sync';

export const deadline = '2026-01-01T00:05:00Z';
export const at = '2026-01-01T00:00:00Z';

/** A name that reads well where an operation's id stands: the machine compares ids and looks into none. */
export const operationNamed = (name: string) => name as Id<'operation'>;

export function operation<Kind extends OperationKind>(kind: Kind, name = `${kind}-1`): PreparedOperation<Kind> {
  return { id: operationNamed(name), kind, deadline };
}

export const pending = (open: OperationRef): Sync => ({ state: 'PENDING', operation: open });
export const unknown = (open: OperationRef): Sync => ({ state: 'UNKNOWN', operation: open });
export const synced: Sync = { state: 'IN_SYNC' };
export const diverged = (desired: string, observed: string): Sync => ({ state: 'DIVERGED', desired, observed });

export const hold = (owner: HoldOwner, reason = 'BECAUSE'): Hold => ({ owner, reason, since: at });

export const bound = (holds: readonly Hold[] = [], sync: Sync = synced): BindingState => ({
  phase: 'BOUND',
  holds,
  sync,
});

/** What each phase waits for at the provider. */
const awaited: Partial<Record<Phase, OperationKind>> = {
  BINDING: 'BIND',
  AWAITING_ACTIVATION: 'ACTIVATE',
  UNBINDING: 'UNBIND',
  RESTORING: 'RESTORE',
};

/** A plain state in a phase, as the table itself would leave it there. */
export function stateIn(phase: Phase, holds: readonly Hold[] = []): BindingState {
  const kind = awaited[phase];
  return { phase, holds, sync: kind === undefined ? synced : pending(operation(kind)) };
}
