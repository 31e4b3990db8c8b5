import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands in `bound_credential` of a binding `b` and its card `c`: no word more than a reader's question wants. What is usual is left out. */
const columns = 'binding_id, provider, credential_reference, holds, sync, expires_on, doors';
const holdsOf = (row: string) => `nullif(${row}.holds, '[]')`;
const syncOf = (row: string) => `nullif(${row}.sync, '{"state": "IN_SYNC"}')`;
const doorsOf = (row: string) =>
  `nullif(ARRAY(SELECT door ->> 'id' FROM jsonb_array_elements(${row}.doors) AS door), '{}')`;
const valuesOf = (binding: string, card: string) =>
  `${binding}.id, ${binding}.provider, ${binding}.credential_reference, ${holdsOf(binding)}, ${syncOf(binding)}, ${card}.expires_on, ${doorsOf(card)}`;

/** Those that are bound now, out of the bindings after $1 up to $2. None of them can change until it is done; what is bound meanwhile is there already. */
const fill = `INSERT INTO bound_credential (${columns})
  SELECT ${valuesOf('b', 'c')} FROM binding b JOIN card c ON c.id = b.card_id
  WHERE b.phase = 'BOUND' AND b.credential_reference IS NOT NULL AND b.id > $1 AND b.id <= $2
  FOR SHARE OF b, c
  ON CONFLICT DO NOTHING`;

/** Few enough that nobody waits long for one of them, and that a statement ends long before it may last no longer. */
const bindingsAtOnce = 10_000;
const nextOnes = `SELECT max(id) AS last FROM (SELECT id FROM binding WHERE id > $1 ORDER BY id LIMIT ${bindingsAtOnce}) AS next`;

const oneAtATime = (cardId: string) =>
  `PERFORM pg_advisory_xact_lock(hashtextextended('bound_credential ' || ${cardId}, 0))`;

/**
 * Found by one look into one index, and small: that of a million cards fits where the bindings, the cards and their indexes do not. Rows change in the
 * transaction that changes a binding or its card, by the database itself and by nobody else: the service may only read them. A binding that becomes
 * bound and a change of its card's doors come one after the other, by a lock of their own: who waits for the row of the card may be waited for.
 */
const up = [
  // Equal or not is all that is asked, so the order of bytes will do.
  `CREATE TABLE bound_credential (
     binding_id text PRIMARY KEY REFERENCES binding ON DELETE CASCADE,
     provider text COLLATE "C" NOT NULL,
     credential_reference text COLLATE "C" NOT NULL,
     holds jsonb,
     sync jsonb,
     expires_on text,
     doors text[]
   )`,
  `CREATE FUNCTION follow_binding() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
   BEGIN
     IF NEW.phase <> 'BOUND' OR NEW.credential_reference IS NULL THEN
       DELETE FROM bound_credential WHERE binding_id = NEW.id;
     ELSE
       UPDATE bound_credential SET holds = ${holdsOf('NEW')}, sync = ${syncOf('NEW')}
         WHERE binding_id = NEW.id AND credential_reference = NEW.credential_reference;
       IF NOT FOUND THEN
         DELETE FROM bound_credential WHERE binding_id = NEW.id;
         ${oneAtATime('NEW.card_id')};
         INSERT INTO bound_credential (${columns})
           SELECT ${valuesOf('NEW', 'c')} FROM card c WHERE c.id = NEW.card_id;
       END IF;
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION follow_card_of_credential() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
   BEGIN
     ${oneAtATime('NEW.id')};
     UPDATE bound_credential SET expires_on = NEW.expires_on, doors = ${doorsOf('NEW')}
       WHERE binding_id IN (SELECT id FROM binding WHERE card_id = NEW.id);
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER bound_credential_inserted AFTER INSERT ON binding
     FOR EACH ROW WHEN (NEW.phase = 'BOUND') EXECUTE FUNCTION follow_binding()`,
  `CREATE TRIGGER bound_credential_updated AFTER UPDATE ON binding
     FOR EACH ROW WHEN (
       (OLD.phase = 'BOUND' OR NEW.phase = 'BOUND')
       AND (OLD.phase, OLD.credential_reference, OLD.holds, OLD.sync) IS DISTINCT FROM (NEW.phase, NEW.credential_reference, NEW.holds, NEW.sync)
     ) EXECUTE FUNCTION follow_binding()`,
  `CREATE TRIGGER bound_credential_card AFTER UPDATE OF expires_on, doors ON card
     FOR EACH ROW WHEN (OLD.expires_on IS DISTINCT FROM NEW.expires_on OR OLD.doors <> NEW.doors)
     EXECUTE FUNCTION follow_card_of_credential()`,
  'CREATE INDEX bound_credential_asked ON bound_credential (provider, credential_reference)',
];

const down = [
  'DROP TRIGGER IF EXISTS bound_credential_card ON card',
  'DROP TRIGGER IF EXISTS bound_credential_updated ON binding',
  'DROP TRIGGER IF EXISTS bound_credential_inserted ON binding',
  'DROP FUNCTION IF EXISTS follow_card_of_credential',
  'DROP FUNCTION IF EXISTS follow_binding',
  'DROP TABLE IF EXISTS bound_credential',
];

/** What readers ask about, by itself. Of many cards it takes a while, in which all others go on; one that was interrupted begins anew. */
export class BoundCredentials1700000000034 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // All triggers at once: what one of them wrote the others have to follow.
    await runner.startTransaction();
    for (const sql of [...down, ...up]) await runner.query(sql);
    await runner.commitTransaction();
    await fillBoundCredentials((sql, values) => runner.query(sql, values) as Promise<{ last: string | null }[]>);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of down) await runner.query(sql);
  }
}

/** Adds those that are bound and not there yet. */
export async function fillBoundCredentials(
  query: (sql: string, values: string[]) => Promise<{ readonly last: string | null }[]>,
): Promise<void> {
  let after = '';
  for (;;) {
    const last = (await query(nextOnes, [after]))[0]?.last;
    if (!last) return;
    await query(fill, [after, last]);
    after = last;
  }
}
