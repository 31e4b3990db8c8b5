import { createHmac, hkdfSync, randomUUID } from 'node:crypto';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { checkRules, type AbuseCount, type AbuseRules, type Claim, type Dimension } from './abuse-rules';

/** A database session: TypeORM's EntityManager, in a transaction of the caller or by itself. */
export interface AbuseSession {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** There is no room in a budget; of several, the one that is without for longest. */
export interface BudgetSpent<Act extends string = string> {
  readonly kind: 'BUDGET_SPENT';
  readonly act: Act;
  readonly dimension: Dimension;
  /** When there will be room in all, unless others take it. */
  readonly retryAt: Date;
}

/** Counted attempts, by the name under which they can be refunded. */
export interface Reservation {
  readonly id: string;
  readonly at: Date;
}

/** Told of every refusal, e.g. for the security log. There is no key in it, so nothing personal. */
export type OnSpent = (spent: BudgetSpent) => void;

export interface AbuseLedgerDeps<Rules extends AbuseRules> {
  readonly rules: Rules;
  /** A secret of the service, 32 bytes: what attempts are counted by is stored as HMAC-SHA-256 under a key derived from it. Another key forgets all counts. */
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly onSpent?: OnSpent;
}

type ActOf<Rules> = keyof Rules & string;

export interface AbuseLedger<Rules extends AbuseRules = AbuseRules> {
  /**
   * Counts one attempt at each claim, all or none, in one statement. Count before the work, so that parallel tries gain nothing: with
   * `db` it is counted whatever becomes of the work; in a transaction it is undone with it, holds the budgets until
   * its end, and comes after the locks on rows. Once in a transaction. `id` names the attempts for `refund`, e.g. by the challenge they led to;
   * what is counted already under that name is not counted again, so that a repetition is one attempt.
   */
  reserve(
    session: AbuseSession,
    claims: readonly Claim<Rules>[],
    options?: { readonly id?: string },
  ): Promise<Result<Reservation, BudgetSpent<ActOf<Rules>>>>;
  /** What refuses the claims now, counting nothing. Undefined when there is room. */
  findSpent(session: AbuseSession, claims: readonly Claim<Rules>[]): Promise<BudgetSpent<ActOf<Rules>> | undefined>;
  /** How many more such attempts there is room for now. */
  countLeft(session: AbuseSession, claims: readonly Claim<Rules>[]): Promise<number>;
  /** Takes attempts back that turned out to be none, those at some acts or all. */
  refund(session: AbuseSession, reservationId: string, acts?: readonly ActOf<Rules>[]): Promise<void>;
  /** Forgets what was counted at an act by one key: who was tried has shown to be there. */
  forgive(session: AbuseSession, count: AbuseCount<Rules>): Promise<void>;
  /** Deletes what counts in no window any more; answers how many rows. For the daily pruning of a feature. */
  prune(session: AbuseSession): Promise<number>;
}

/** Attempts of one service, in its table `abuse_ledger`. */
export function createAbuseLedger<const Rules extends AbuseRules>({
  rules,
  key,
  clock,
  onSpent,
}: AbuseLedgerDeps<Rules>): AbuseLedger<Rules> {
  checkRules(rules);
  const digestKey = Buffer.from(hkdfSync('sha256', key, '', 'bindery abuse ledger', 32));
  const digest = (dimension: Dimension, text: string) =>
    createHmac('sha256', digestKey).update(`${dimension} ${text}`).digest('base64url');

  /** The budgets of claims, in columns. */
  function toColumns(claims: readonly Claim<Rules>[]) {
    const wanted = claims.flatMap(({ act, keys }) =>
      (rules[act] ?? []).map(({ dimension, limit, windowMs }) => {
        const text = (keys as Partial<Record<Dimension, string>>)[dimension];
        if (text === undefined) throw new Error(`${act} is counted by ${dimension}, of which nothing is said`);
        return { act, dimension, key: digest(dimension, text), limit, windowMs };
      }),
    );
    if (wanted.length === 0) throw new Error('nothing is claimed');
    return [
      wanted.map(({ act }) => act),
      wanted.map(({ dimension }) => dimension),
      wanted.map((budget) => budget.key),
      wanted.map(({ limit }) => limit),
      wanted.map(({ windowMs }) => windowMs),
    ];
  }

  return {
    async reserve(session, claims, { id = randomUUID() } = {}) {
      const at = clock.now();
      const [spent] = (await session.query(reserve, [id, at, ...toColumns(claims)])) as SpentRow[];
      if (!spent) return ok({ id, at });
      const refusal = toSpent<ActOf<Rules>>(spent);
      onSpent?.(refusal);
      return err(refusal);
    },

    async findSpent(session, claims) {
      const [spent] = (await session.query(find, ['', clock.now(), ...toColumns(claims)])) as SpentRow[];
      return spent && toSpent(spent);
    },

    async countLeft(session, claims) {
      const [row] = (await session.query(count, [clock.now(), ...toColumns(claims)])) as { left: number }[];
      return Math.max(0, row?.left ?? 0);
    },

    async refund(session, reservationId, acts) {
      await session.query('DELETE FROM abuse_ledger WHERE reservation = $1 AND ($2::text[] IS NULL OR act = ANY($2))', [
        reservationId,
        acts ?? null,
      ]);
    },

    async forgive(session, { act, dimension, key: text }) {
      await session.query('DELETE FROM abuse_ledger WHERE act = $1 AND dimension = $2 AND key = $3', [
        act,
        dimension,
        digest(dimension, text),
      ]);
    },

    async prune(session) {
      const [, pruned] = (await session.query('DELETE FROM abuse_ledger WHERE expires_at <= $1', [clock.now()])) as [
        unknown,
        number,
      ];
      return pruned;
    },
  };
}

interface SpentRow {
  readonly act: string;
  readonly dimension: Dimension;
  readonly retry_at: Date;
}

const toSpent = <Act extends string>({ act, dimension, retry_at }: SpentRow): BudgetSpent<Act> => ({
  kind: 'BUDGET_SPENT',
  act: act as Act,
  dimension,
  retryAt: retry_at,
});

const reserve = 'SELECT * FROM reserve_abuse_budgets($1, $2, $3, $4, $5, $6, $7)';
const find = 'SELECT * FROM spent_abuse_budgets($1, $2, $3, $4, $5, $6, $7)';
const count = `SELECT min(wanted."limit" - (
    SELECT count(*) FROM abuse_ledger AS counted
    WHERE counted.act = wanted.act AND counted.dimension = wanted.dimension AND counted.key = wanted.key
      AND counted.at > $1::timestamptz - wanted.window_ms * interval '1 millisecond'
  ))::integer AS left
  FROM unnest($2::text[], $3::text[], $4::text[], $5::integer[], $6::bigint[]) AS wanted (act, dimension, key, "limit", window_ms)`;
