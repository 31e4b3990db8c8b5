import type { EntityManager } from 'typeorm';
import type { Phase } from '@bindery/card-lifecycle';
import type { Id } from '@bindery/kernel';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import { slotPhases } from './binding.rules';

/** Which bindings of a provider are meant: those in some phases, and those that take slots where there are more than are allowed. */
export interface ProviderBindings {
  readonly provider: string;
  readonly phases: readonly Phase[];
  /** Null: nobody asks. */
  readonly beyond: { readonly perAccount: number | null; readonly perDevice: number | null } | null;
}

/** Nothing of the account, the card or the device. */
export interface ProviderBinding {
  readonly id: Id<'binding'>;
  readonly phase: Phase;
}

/** How many bindings a provider has, by phase. */
export async function listPhaseCounts(db: EntityManager, provider: string): Promise<ReadonlyMap<Phase, number>> {
  const rows: { phase: Phase; count: number }[] = await db.query(
    'SELECT phase, count(*)::int AS count FROM binding WHERE provider = $1 GROUP BY phase',
    [provider],
  );
  return new Map(rows.map(({ phase, count }) => [phase, count]));
}

/** In slots: those of an account with more than `perAccount` of them, or of a device with more than `perDevice`. */
const beyondLimits = `SELECT id FROM (
    SELECT id, count(*) OVER (PARTITION BY account_id) AS in_account, count(*) OVER (PARTITION BY account_id, device_id) AS on_device
    FROM binding WHERE provider = $1 AND phase = ANY($2)
  ) slots WHERE in_account > $3 OR on_device > $4`;

const parametersOf = ({ provider, beyond }: Pick<ProviderBindings, 'provider' | 'beyond'>) => [
  provider,
  [...slotPhases],
  beyond?.perAccount ?? null,
  beyond?.perDevice ?? null,
];

export async function countBeyondLimits(
  db: EntityManager,
  which: Pick<ProviderBindings, 'provider' | 'beyond'>,
): Promise<number> {
  const [row]: { count: number }[] = await db.query(
    `SELECT count(*)::int AS count FROM (${beyondLimits}) beyond`,
    parametersOf(which),
  );
  return row?.count ?? 0;
}

/** In the order in which they were begun. */
export async function listProviderBindings(
  db: EntityManager,
  which: ProviderBindings,
  page: PageRequest,
): Promise<Page<ProviderBinding>> {
  const { direction, take, condition } = pageOf(page, 'ASC');
  const { sql, values } = condition(['id'], 6);
  const rows: ProviderBinding[] = await db.query(
    `SELECT id, phase FROM binding
     WHERE provider = $1 AND (phase = ANY($5) OR id IN (${beyondLimits})) AND ${sql}
     ORDER BY id ${direction} LIMIT ${take}`,
    [...parametersOf(which), [...which.phases], ...values],
  );
  return toPage(rows, page);
}

/**
 * Bindings of a provider that are over and of which no credential is known, begun since then, the newest first, at most so many: what the provider lists
 * and nobody knows may be theirs.
 */
export async function listOverWithoutCredential(
  db: EntityManager,
  provider: string,
  since: Date,
  limit: number,
): Promise<Id<'binding'>[]> {
  const rows: { id: Id<'binding'> }[] = await db.query(
    `SELECT id FROM binding
     WHERE provider = $1 AND phase IN ('DECLINED', 'UNBOUND', 'RETIRED') AND credential_reference IS NULL AND started_at > $2
     ORDER BY started_at DESC LIMIT $3`,
    [provider, since, limit],
  );
  return rows.map(({ id }) => id);
}
