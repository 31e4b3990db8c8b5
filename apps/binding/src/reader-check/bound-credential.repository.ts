import type { EntityManager } from 'typeorm';
import { inSync } from '@bindery/card-lifecycle';
import { readPrepared } from '@bindery/persistence';
import type { BoundCredentialRow } from './bound-credential.entity';
import { stricterOf, type BoundCredential, type CredentialQuery } from './credential-verdict.rules';

interface Row extends Pick<BoundCredentialRow, 'holds' | 'sync' | 'expiresOn'> {
  /** Which question, counted from 1. */
  readonly n: number;
  readonly opensDoor: boolean;
}

/**
 * Named, so that each connection parses and plans it once: readers ask at every door and every payment. Whether the card opens the door is found
 * out here, so that a card of a hundred doors is as quick as one of two. The offset keeps it to one look into the index for each question, however many rows it
 * is thought to find.
 */
const statement = {
  name: 'bound credentials',
  text: `SELECT q.n::integer AS n, b.holds, b.sync, b.expires_on AS "expiresOn",
           q.door = '' OR coalesce(q.door = ANY (b.doors), false) AS "opensDoor"
         FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS q (provider, reference, door, n)
         CROSS JOIN LATERAL (
           SELECT holds, sync, expires_on, doors FROM bound_credential
           WHERE provider = q.provider COLLATE "C" AND credential_reference = q.reference COLLATE "C" OFFSET 0
         ) b`,
};

/** What is bound of each question, in their order; by itself, outside any transaction. */
export async function listBoundCredentials(
  db: EntityManager,
  queries: readonly CredentialQuery[],
): Promise<(BoundCredential | null)[]> {
  const rows = await readPrepared<Row>(db.connection, statement, [
    queries.map(({ provider }) => provider),
    queries.map(({ credentialReference }) => credentialReference),
    queries.map(({ door = '' }) => door),
  ]);
  const found = queries.map((): BoundCredential | null => null);
  for (const { n, holds, sync, expiresOn, opensDoor } of rows) {
    const one = { state: { phase: 'BOUND', holds: holds ?? [], sync: sync ?? inSync }, expiresOn, opensDoor } as const;
    const other = found[n - 1];
    found[n - 1] = other ? stricterOf(other, one) : one;
  }
  return found;
}
