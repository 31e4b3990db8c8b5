import type { EntityManager } from 'typeorm';
import type { Catalogue } from '../../../catalogue';
import { listLimitCounts, type Binding } from '../../../lifecycle';
import { listYielding } from './giving-way';
import { leavesRoom, yieldedTo } from './limits.rules';

/** Of each binding that is begun, or could come back, whether its provider has room for it now; however many are asked for, by the same queries for each account. */
export type HasRoom = (tx: EntityManager, bindings: readonly Binding[]) => Promise<readonly boolean[]>;

export const createHasRoom =
  ({ profileOf }: Pick<Catalogue, 'profileOf'>): HasRoom =>
  async (tx, bindings) => {
    const taken = new Map<Binding['accountId'], Awaited<ReturnType<typeof listLimitCounts>>>();
    const yielding = new Map<Binding['accountId'], Awaited<ReturnType<typeof listYielding>>>();
    for (const accountId of new Set(bindings.map((binding) => binding.accountId))) {
      taken.set(accountId, await listLimitCounts(tx, accountId));
      yielding.set(accountId, await listYielding(tx, accountId));
    }
    return bindings.map((binding) =>
      leavesRoom(
        taken.get(binding.accountId) ?? [],
        binding,
        profileOf(binding.provider),
        yieldedTo(binding.id, yielding.get(binding.accountId) ?? []),
      ),
    );
  };
