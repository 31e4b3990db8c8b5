import type { EntityManager } from 'typeorm';
import type { Hold, Sync } from '@bindery/card-lifecycle';
import { readPrepared } from '@bindery/persistence';
import type { BoundCredential, CredentialQuery } from './credential-verdict.rules';

interface Row {
  readonly holds: Hold[];
  readonly sync: Sync;
  readonly expires_on: string | null;
}

/** Named, so that each connection parses and plans it once: readers ask at every door and every payment. */
const statement = {
  name: 'bound credential',
  text: `SELECT b.holds, b.sync, c.expires_on FROM binding b JOIN card c ON c.id = b.card_id
         WHERE b.provider = $1 AND b.credential_reference = $2 AND b.phase = 'BOUND' LIMIT 1`,
};

/** By itself, outside any transaction. */
export async function findBoundCredential(
  db: EntityManager,
  { provider, credentialReference }: CredentialQuery,
): Promise<BoundCredential | null> {
  const [row] = await readPrepared<Row>(db.connection, statement, [provider, credentialReference]);
  return row ? { state: { phase: 'BOUND', holds: row.holds, sync: row.sync }, expiresOn: row.expires_on } : null;
}
