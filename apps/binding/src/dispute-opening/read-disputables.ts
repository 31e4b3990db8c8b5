import type { Clock } from '@bindery/kernel';
import { disputablesOf, listDisputesOf, type ReadDisputables } from '../disputes';
import { isDisputable, listLoansOfCards } from '../loans';
import { listLastUses } from '../usage';

/** Asks for disputes, loans and uses together, for however many bindings. */
export const createReadDisputables =
  ({ clock }: { readonly clock: Clock }): ReadDisputables =>
  async (db, bindings) => {
    const ids = bindings.map(({ id }) => id);
    const loans = (await listLoansOfCards(db, [...new Set(bindings.map(({ cardId }) => cardId))])).filter(isDisputable);
    const earlier = await listDisputesOf(
      db,
      ids,
      loans.map(({ id }) => id),
    );
    const disputedUses = earlier.flatMap(({ usageId }) => usageId ?? []);
    const lastUses = await listLastUses(db, ids, disputedUses);
    const now = clock.now();
    return bindings.map((binding) => {
      const ofCard = loans.filter(({ cardId }) => cardId === binding.cardId);
      const before = earlier.filter(
        ({ bindingId, loanId }) => bindingId === binding.id || ofCard.some(({ id }) => id === loanId),
      );
      return disputablesOf(binding, { lastUsedAt: lastUses.get(binding.id) ?? null, loans: ofCard }, before, now);
    });
  };
