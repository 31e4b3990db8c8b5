import type { EntityManager } from 'typeorm';
import { listBindingsById, type Binding } from '../../../lifecycle';
import { listOpenSuccessions } from '../../../succession';
import type { Yielding } from './limits.rules';

/** What of an account gives its place to another, which is on its way. */
export async function listYielding(tx: EntityManager, accountId: Binding['accountId']): Promise<readonly Yielding[]> {
  const open = await listOpenSuccessions(tx, accountId);
  if (open.length === 0) return [];
  const ids = open.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]);
  const bindings = new Map((await listBindingsById(tx, ids)).map((binding) => [binding.id, binding]));
  return open.flatMap(({ predecessorId, successorId }) => {
    const [old, successor] = [bindings.get(predecessorId), bindings.get(successorId)];
    return old && successor ? [{ old, successor }] : [];
  });
}
