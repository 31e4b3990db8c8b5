import { escapeIdentifier as id, escapeLiteral as text, type Client } from 'pg';
import { bringPlatformClock } from './platform-clock';
import { withClient } from './provision';

/** What a service's own login may do with the rows of a table. What is not said it may not. */
export interface TableRights {
  /** True where nothing is said: all tables but those of migrations can be read. */
  readonly read?: false;
  readonly insert?: true;
  /** All columns, or these: what else a row says stays as it was written. */
  readonly update?: true | readonly string[];
  /** Any row, or those only that are old by the platform's clock. */
  readonly delete?: true | { readonly olderThanDays: number; readonly by: string };
}

/** Table → rights: every table of a service has a line, see `describeMigrations`. */
export type AppRights = Readonly<Record<string, TableRights>>;

/** Rows that are added and never changed or taken away: what was done, agreed to or answered. */
export const appendOnly = { insert: true } as const satisfies TableRights;

/** Rows that say how something is now. */
export const changing = { insert: true, update: true } as const satisfies TableRights;

/** No service touches these rows. */
const closed = { read: false } as const satisfies TableRights;

/** Who could move the clock could make rows old that are kept until they are, so that is for a sandbox only. */
const rightsOnPlatformClock = (canBeMoved: boolean): TableRights => (canBeMoved ? { update: true } : {});

/** The tables of this lib and of migrations. */
export const persistenceRights = {
  migration: closed,
  idempotency_key: {
    insert: true,
    update: ['request_hash', 'response', 'created_at'],
    delete: { olderThanDays: 1, by: 'created_at' },
  },
  used_proof: appendOnly,
  platform_clock: rightsOnPlatformClock(false),
} satisfies AppRights;

/**
 * Gives a login exactly these rights on the tables of its database, run as their owner after the migrations. Safe to repeat, and
 * while the service runs: each table has a transaction of its own. Tables without a line stay as they are: a later version, which
 * is being rolled back, may have made them. `clockCanBeMoved` is said in a sandbox only.
 */
export async function grantAppRights(
  ownerUrl: string,
  app: string,
  rights: AppRights,
  { clockCanBeMoved = false } = {},
): Promise<void> {
  await withClient(ownerUrl, async (owner) => {
    await bringPlatformClock(owner);
    await owner.query(keepUntilOld);
    for (const [table, { guarded }] of await listTables(owner)) {
      const may = table === 'platform_clock' ? rightsOnPlatformClock(clockCanBeMoved) : rights[table];
      if (may) await owner.query([...grants(table, app, may), ...guards(table, may, guarded)].join(';\n'));
    }
  });
}

async function listTables(owner: Client): Promise<Map<string, { guarded: boolean }>> {
  const { rows } = await owner.query<{ name: string; guarded: boolean }>(
    `SELECT relname AS name, EXISTS (SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = 'keep_until_old') AS guarded
     FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
  );
  return new Map(rows.map(({ name, guarded }) => [name, { guarded }]));
}

function grants(table: string, app: string, may: TableRights): string[] {
  const allowed = [
    may.read === false ? [] : ['SELECT'],
    may.insert ? ['INSERT'] : [],
    may.update === true ? ['UPDATE'] : may.update ? [`UPDATE (${may.update.map(id).join(', ')})`] : [],
    may.delete ? ['DELETE'] : [],
  ].flat();
  return [
    `REVOKE ALL ON ${id(table)} FROM ${id(app)}`,
    ...(allowed.length ? [`GRANT ${allowed.join(', ')} ON ${id(table)} TO ${id(app)}`] : []),
  ];
}

function guards(table: string, { delete: deleted }: TableRights, guarded: boolean): string[] {
  if (typeof deleted !== 'object') return guarded ? [`DROP TRIGGER keep_until_old ON ${id(table)}`] : [];
  return [
    `CREATE OR REPLACE TRIGGER keep_until_old BEFORE DELETE ON ${id(table)} FOR EACH ROW
     EXECUTE FUNCTION keep_until_old(${text(deleted.by)}, ${text(`${deleted.olderThanDays} days`)})`,
  ];
}

/** Refuses a DELETE of a row that is not old yet. A right cannot say this; the owner of the table is let through, as he could drop it. */
const keepUntilOld = `
CREATE OR REPLACE FUNCTION keep_until_old() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(OLD) ->> TG_ARGV[0])::timestamptz < clock_timestamp() + (SELECT ahead_ms FROM platform_clock) * interval '1 millisecond' - TG_ARGV[1]::interval
    OR pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE')
  THEN RETURN OLD; END IF;
  RAISE insufficient_privilege USING MESSAGE = format('rows of %s are kept for %s', TG_TABLE_NAME, TG_ARGV[1]);
END $$`;
