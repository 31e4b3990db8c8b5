import type { Id } from '@bindery/kernel';
import { In, Not, type EntityManager } from 'typeorm';
import { isUsable, type BindingState, type Hold, type Sync } from '@bindery/card-lifecycle';
import { asLocked, runPrepared, sendPrepared, type Locked } from '@bindery/persistence';
import { countedPhases, slotPhases, type Binding, type BindingWithCard, type Slot } from './binding.rules';
import { BindingChangeRow } from './binding-change.entity';
import { BindingRow } from './binding.entity';
import { CardRow } from './card.entity';
import { stepStatements } from './step.statements';

/**
 * A binding whose row is locked by the transaction at hand. Only the locking reads, the insert and the save of a step make it, so that a
 * step cannot be taken of anything else.
 */
export type LockedBinding = Locked<BindingWithCard>;

/** Keeps others from changing the row, and lets a rebind point to it as its predecessor meanwhile. */
const rowLock = 'for_no_key_update';

/** Locks a binding until the transaction ends; null when there is none, or it is not the account's. */
export async function lockBinding(
  tx: EntityManager,
  id: Id<'binding'>,
  accountId?: Id<'account'>,
): Promise<LockedBinding | null> {
  const { lock } = stepStatements(tx);
  const { rows } = await runPrepared(tx, lock.statement, [id, accountId ?? null]);
  if (!rows[0]) return null;
  const { binding, card } = lock.read(rows[0]);
  return asLocked({ binding: toBinding(binding), card });
}

/** The same without a lock: it may have changed by the time it is looked at. */
export async function findBinding(
  tx: EntityManager,
  id: Id<'binding'>,
  accountId?: Binding['accountId'],
): Promise<BindingWithCard | null> {
  const row = await tx.findOneBy(BindingRow, accountId === undefined ? { id } : { id, accountId });
  return row && { binding: toBinding(row), card: await tx.findOneByOrFail(CardRow, { id: row.cardId }) };
}

/** Locks all bindings of an account that something can still happen in; in one order, so that two who do so never cross. */
export async function lockBindingsOfAccount(tx: EntityManager, accountId: Id<'account'>): Promise<LockedBinding[]> {
  const rows = await tx.find(BindingRow, {
    where: { accountId, phase: In([...slotPhases, 'UNBOUND']) },
    order: { id: 'ASC' },
    lock: { mode: rowLock },
  });
  const cards = new Map(
    (await tx.findBy(CardRow, { id: In(rows.map(({ cardId }) => cardId)) })).map((card) => [card.id, card]),
  );
  return rows.flatMap((row) => {
    const card = cards.get(row.cardId);
    return card ? [asLocked({ binding: toBinding(row), card })] : [];
  });
}

/** All bindings of an account that something can still happen in, not locked. */
export async function listLiveBindings(db: EntityManager, accountId: Id<'account'>): Promise<Binding[]> {
  return (await db.findBy(BindingRow, { accountId, phase: In([...slotPhases, 'UNBOUND']) })).map(toBinding);
}

/** Nobody else sees the row before the commit, so it is as good as locked. */
export async function insertBinding(tx: EntityManager, { binding, card }: BindingWithCard): Promise<LockedBinding> {
  await tx.insert(BindingRow, toRow(binding));
  return asLocked({ binding, card });
}

export type NewChange = Omit<BindingChangeRow, 'position'>;

/** The record of the first step of a binding. */
export async function insertChange(tx: EntityManager, change: NewChange): Promise<void> {
  await tx.insert(BindingChangeRow, change);
}

/**
 * Saves the next version of a locked binding and the record of its step, without waiting for the answer. A version that is not the next one
 * is a bug, and undoes the unit of work.
 */
export async function saveStep(
  tx: EntityManager,
  { card }: LockedBinding,
  after: Binding,
  change: NewChange,
): Promise<LockedBinding> {
  const { save } = stepStatements(tx);
  await sendPrepared(tx, save.statement, save.write(after.version - 1, toRow(after), change));
  return asLocked({ binding: after, card });
}

/** Moves the end of a restore window; no step of the machine, so of no version. */
export async function saveWindow(
  tx: EntityManager,
  id: Id<'binding'>,
  window: Pick<Binding, 'restorableUntil' | 'deadline'>,
): Promise<void> {
  await tx.update(BindingRow, { id }, window);
}

/** The bindings that take one of these slots, or one that is as a mix of them. */
export async function listInSlots(db: EntityManager, slots: readonly Slot[]): Promise<Binding[]> {
  const among = (key: keyof Slot) => In([...new Set(slots.map((slot) => slot[key]))]);
  const where = { accountId: among('accountId'), cardId: among('cardId'), deviceId: among('deviceId') };
  return (await db.findBy(BindingRow, { ...where, phase: In([...slotPhases]) })).map(toBinding);
}

/** What an account can use now of these kinds of card; the one bound longest first. Read by every step that may move the default: only what that asks. */
export async function listUsable(
  tx: EntityManager,
  accountId: Id<'account'>,
  kinds: readonly string[],
): Promise<{ readonly cardId: Id<'card'>; readonly bindingId: Id<'binding'> }[]> {
  const rows: { cardId: Id<'card'>; bindingId: Id<'binding'>; holds: Hold[]; sync: Sync }[] = await tx.query(
    `SELECT card_id AS "cardId", id AS "bindingId", holds, sync FROM binding
     WHERE account_id = $1 AND kind = ANY($2) AND phase = 'BOUND' ORDER BY bound_at, id`,
    [accountId, kinds],
  );
  return rows
    .filter(({ holds, sync }) => isUsable({ phase: 'BOUND', holds, sync }))
    .map(({ cardId, bindingId }) => ({ cardId, bindingId }));
}

/** Bindings of an account at a provider that can be used now, the one bound longest first. */
export async function listUsableAt(
  tx: EntityManager,
  { accountId, provider }: Pick<Binding, 'accountId' | 'provider'>,
): Promise<{ readonly cardId: Id<'card'>; readonly bindingId: Id<'binding'> }[]> {
  const rows = await tx.find(BindingRow, {
    where: { accountId, provider, phase: 'BOUND' },
    order: { boundAt: 'ASC', id: 'ASC' },
  });
  return rows
    .filter(({ holds, sync }) => isUsable({ phase: 'BOUND', holds, sync }))
    .map(({ cardId, id: bindingId }) => ({ cardId, bindingId }));
}

/** How many bindings an account has at a provider that count for its limits; on one device, if it is given. */
export function countForLimits(
  tx: EntityManager,
  where: Pick<Binding, 'accountId' | 'provider'> & { readonly deviceId?: Id<'device'> },
): Promise<number> {
  return tx.countBy(BindingRow, { ...where, phase: In([...countedPhases]) });
}

/** How many bindings of an account count for limits, by provider and device. */
export async function listLimitCounts(
  tx: EntityManager,
  accountId: Id<'account'>,
): Promise<readonly { readonly provider: string; readonly deviceId: Id<'device'>; readonly count: number }[]> {
  return tx.query(
    `SELECT provider, device_id AS "deviceId", count(*)::int AS count FROM binding WHERE account_id = $1 AND phase = ANY($2) GROUP BY 1, 2`,
    [accountId, [...countedPhases]],
  );
}

/** What an account has bound, the oldest first. */
export async function listBound(db: EntityManager, accountId: Id<'account'>): Promise<Binding[]> {
  const rows = await db.find(BindingRow, {
    where: { accountId, phase: 'BOUND' },
    order: { boundAt: 'ASC', id: 'ASC' },
  });
  return rows.map(toBinding);
}

/** The binding of a card that was started last. */
export async function findLatestOfCard(tx: EntityManager, cardId: Id<'card'>): Promise<Binding | null> {
  const row = await tx.findOne(BindingRow, { where: { cardId }, order: { id: 'DESC' } });
  return row && toBinding(row);
}

/** The binding that a provider's name for a credential belongs to; should it have been given twice, the live one that was begun first. */
export async function findByCredential(
  tx: EntityManager,
  provider: string,
  credentialReference: string,
): Promise<Binding | null> {
  const rows = await tx.find(BindingRow, { where: { provider, credentialReference }, order: { id: 'DESC' } });
  const row = rows.findLast(({ phase }) => phase === 'BOUND') ?? rows[0];
  return row ? toBinding(row) : null;
}

/** The retired bindings of a provider of whose credentials these are kept, the oldest first. */
export async function listByCredentialDigest(
  tx: EntityManager,
  provider: string,
  digests: readonly string[],
): Promise<Binding[]> {
  if (digests.length === 0) return [];
  const where = { provider, credentialDigest: In([...digests]) };
  return (await tx.find(BindingRow, { where, order: { id: 'ASC' } })).map(toBinding);
}

/**
 * Whether a binding that is on has this name at the provider and is not of the same card and account, nor what this one takes the place of, or the other way
 * round. Who asks has the name to themselves until the transaction ends: of two that are given one name at once the second sees the first.
 */
export async function hasForeignTwin(
  tx: EntityManager,
  { id, accountId, cardId, provider, previousBindingId }: Binding,
  credentialReference: string,
): Promise<boolean> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `credential of ${provider} ${credentialReference}`,
  ]);
  const rows = await tx.findBy(BindingRow, { id: Not(id), provider, credentialReference, phase: In([...slotPhases]) });
  return rows.some(
    (other) =>
      other.accountId !== accountId ||
      (other.cardId !== cardId && other.id !== previousBindingId && other.previousBindingId !== id),
  );
}

/** Whether a binding that is on has the same name at the provider: then taking off the one would take off the other. */
export const hasLiveTwin = (
  tx: EntityManager,
  { id, provider, credentialReference }: Pick<Binding, 'id' | 'provider' | 'credentialReference'>,
): Promise<boolean> =>
  credentialReference === null
    ? Promise.resolve(false)
    : tx.existsBy(BindingRow, { id: Not(id), provider, credentialReference, phase: In([...slotPhases]) });

/** The bindings that there are of these ids, in no order. */
export async function listBindingsById(db: EntityManager, ids: readonly Id<'binding'>[]): Promise<Binding[]> {
  return (await db.findBy(BindingRow, { id: In([...ids]) })).map(toBinding);
}

/** All bindings of these cards, over ones too, the newest first. */
export async function listBindingsOfCards(db: EntityManager, cardIds: readonly Id<'card'>[]): Promise<Binding[]> {
  return (await db.find(BindingRow, { where: { cardId: In([...cardIds]) }, order: { id: 'DESC' } })).map(toBinding);
}

/** Which bindings may have to be held, or let go, for the last day of their card. */
export interface ToKeepValid {
  /** Last days up to this one. */
  readonly until: string;
  /** The reason that those have which are held. */
  readonly heldFor: string;
  readonly after: Id<'binding'> | null;
  readonly limit: number;
}

/** Bound cards whose last day is near or over, and those that are held for it, renewed meanwhile or not; by id, without a lock. */
export async function listToKeepValid(
  db: EntityManager,
  { until, heldFor, after, limit }: ToKeepValid,
): Promise<BindingWithCard[]> {
  const rows: { id: Id<'binding'> }[] = await db.query(
    `SELECT id FROM (
       SELECT b.id FROM card c JOIN binding b ON b.card_id = c.id WHERE c.expires_on <= $1 AND b.phase = 'BOUND' AND b.id > $2
       UNION
       SELECT id FROM binding WHERE phase = 'BOUND' AND holds @> '[{"owner": "VALIDITY"}]' AND holds @> $3::jsonb AND id > $2
     ) found ORDER BY id LIMIT $4`,
    [until, after ?? '', JSON.stringify([{ owner: 'VALIDITY', reason: heldFor }]), limit],
  );
  const bindings = await db.find(BindingRow, { where: { id: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } });
  const cards = await db.findBy(CardRow, { id: In(bindings.map(({ cardId }) => cardId)) });
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  return bindings.flatMap((row) => {
    const card = cardOf.get(row.cardId);
    return card ? [{ binding: toBinding(row), card }] : [];
  });
}

/** A timer is a job too and may be a little late; only one this late is taken for lost. */
const timerGraceMs = 60_000;

/** Bindings whose phase has lapsed and that nobody has lapsed. */
export async function listLapsed(tx: EntityManager, now: Date, limit: number): Promise<Id<'binding'>[]> {
  const rows: { id: Id<'binding'> }[] = await tx.query(
    `SELECT id FROM binding WHERE deadline < $1 AND phase IN ('VERIFYING', 'IN_REVIEW', 'AWAITING_ACTIVATION', 'UNBOUND') ORDER BY deadline LIMIT $2`,
    [new Date(now.getTime() - timerGraceMs), limit],
  );
  return rows.map(({ id }) => id);
}

function toBinding({ phase, holds, sync, ...row }: BindingRow): Binding {
  return { ...row, state: { phase, holds, sync } };
}

function toRow({ state, ...binding }: Binding): BindingRow {
  const { phase, holds, sync }: BindingState = state;
  return { ...binding, phase, holds: [...holds], sync };
}
