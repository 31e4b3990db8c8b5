import type { Provider } from '../providers/provider';
import { noObligations } from '../records/credential';
import type { SimulatorState } from '../state/simulator-state';

/**
 * What goes over to a credential that follows another of the same account: its balance, where its provider has it go along. A pending payment is paid
 * where it was begun, and mandates move by requests of their own.
 */
export function carryAlong(state: SimulatorState, { code, carries }: Provider, from: string, to: string): void {
  const [old, next] = [state.credentials.get(from), state.credentials.get(to)];
  const isSameAccount = old?.provider === code && next?.provider === code && old.token === next.token;
  const owed = state.obligations.get(from);
  if (!isSameAccount || from === to || !carries.includes('BALANCE') || !owed?.balance) return;
  state.obligations.put(from, { ...owed, balance: null });
  state.obligations.put(to, { ...(state.obligations.get(to) ?? noObligations), balance: owed.balance });
}
