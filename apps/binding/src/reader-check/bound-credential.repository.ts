import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Hold, Sync } from '@bindery/card-lifecycle';
import type { BoundCredential, CredentialQuery } from './check-credential';

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

/** Reads past TypeORM, on its pool, which is there once the data source is initialised. */
export function createBoundCredentialReader(dataSource: DataSource) {
  return async ({ provider, credentialReference }: CredentialQuery): Promise<BoundCredential | null> => {
    const { master } = dataSource.driver as unknown as { master: Pool };
    const { rows } = await master.query<Row>({ ...statement, values: [provider, credentialReference] });
    const [row] = rows;
    return row ? { state: { phase: 'BOUND', holds: row.holds, sync: row.sync }, expiresOn: row.expires_on } : null;
  };
}
