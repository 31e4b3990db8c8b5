import type { Clock, Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Catalogue } from '../catalogue';
import { listBound } from '../lifecycle';
import { listLastUses } from '../usage';
import { findDismissedUntil } from './binding-review.repository';
import { decideReview, type BindingReview } from './binding-review.rules';

export type ReadBindingReview = (accountId: Id<'account'>) => Promise<BindingReview>;

/** Three reads along indexes, whatever there is: what is bound, its last uses, what was dismissed. */
export function createReadBindingReview({
  db,
  clock,
  profiles,
}: {
  readonly db: EntityManager;
  readonly clock: Clock;
  readonly profiles: Catalogue['profiles'];
}): ReadBindingReview {
  return async (accountId) => {
    const bound = await listBound(db, accountId);
    const lastUses = await listLastUses(
      db,
      bound.map(({ id }) => id),
    );
    const used = bound.map(({ id, provider, boundAt, startedAt }) => ({
      id,
      boundAt: boundAt ?? startedAt,
      lastUsedAt: lastUses.get(id) ?? null,
      staleAfterDays: profiles.get(provider)?.staleAfterDays ?? null,
    }));
    return decideReview(used, await findDismissedUntil(db, accountId), clock.now());
  };
}
