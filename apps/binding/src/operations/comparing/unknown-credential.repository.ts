import { newId } from '@bindery/kernel';
import { pageOf, toPage, type Page, type PageRequest } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import type { StrangerCase } from './unknown-credential.rules';

/** Seen, or seen again; one that was gone begins anew. */
export async function saveStrangers(
  tx: EntityManager,
  provider: string,
  references: readonly string[],
  at: Date,
): Promise<void> {
  await tx.query(
    `INSERT INTO unknown_credential AS known (provider, credential_reference, first_seen_at, last_seen_at)
     SELECT $1, reference, $3, $3 FROM unnest($2::text[]) AS reference
     ON CONFLICT (provider, credential_reference) DO UPDATE SET
       last_seen_at = excluded.last_seen_at,
       first_seen_at = CASE WHEN known.closed_at IS NULL THEN known.first_seen_at ELSE excluded.first_seen_at END,
       case_id = CASE WHEN known.closed_at IS NULL THEN known.case_id END,
       opened_at = CASE WHEN known.closed_at IS NULL THEN known.opened_at END,
       answer_by = CASE WHEN known.closed_at IS NULL THEN known.answer_by END,
       closed_at = NULL`,
    [provider, references, at],
  );
}

/** Closes what a whole list that was begun at `since` did not name as unknown any more. */
export async function saveStrangersGone(tx: EntityManager, provider: string, since: Date, at: Date): Promise<void> {
  await tx.query(
    'UPDATE unknown_credential SET closed_at = $3 WHERE provider = $1 AND closed_at IS NULL AND last_seen_at < $2',
    [provider, since, at],
  );
}

/** Makes a case, to be answered by `answerBy`, of each that was first seen before `before` and is there still; how many. */
export async function saveStrangerCases(
  tx: EntityManager,
  provider: string,
  before: Date,
  { at, answerBy }: { readonly at: Date; readonly answerBy: Date },
): Promise<number> {
  const rows: { reference: string }[] = await tx.query(
    `SELECT credential_reference AS reference FROM unknown_credential
     WHERE provider = $1 AND closed_at IS NULL AND case_id IS NULL AND first_seen_at <= $2
     ORDER BY first_seen_at, credential_reference LIMIT 1000 FOR UPDATE`,
    [provider, before],
  );
  const ids = rows.map(() => newId('case', at.getTime()));
  await tx.query(
    `UPDATE unknown_credential SET case_id = opened.id, opened_at = $4, answer_by = $5
     FROM unnest($2::text[], $3::text[]) AS opened (reference, id)
     WHERE provider = $1 AND credential_reference = opened.reference`,
    [provider, rows.map(({ reference }) => reference), ids, at, answerBy],
  );
  return rows.length;
}

/** Open cases of all providers, the oldest first. */
export async function listStrangerCases(db: EntityManager, page: PageRequest): Promise<Page<StrangerCase>> {
  const { direction, take, condition } = pageOf(page, 'ASC');
  const within = condition(['case_id'], 1);
  const rows: StrangerCase[] = await db.query(
    `SELECT case_id AS id, provider, credential_reference AS "credentialReference", first_seen_at AS "firstSeenAt",
       last_seen_at AS "lastSeenAt", opened_at AS "openedAt", answer_by AS "answerBy"
     FROM unknown_credential WHERE case_id IS NOT NULL AND closed_at IS NULL AND ${within.sql}
     ORDER BY case_id ${direction} LIMIT ${take}`,
    within.values,
  );
  return toPage(rows, page);
}
