import { Client } from 'pg';
import { fillBoundCredentials } from '../migrations/1700000000034-bound-credentials';

export const referenceOf = (index: number): string => `cred_${String(index).padStart(24, '0')}`;

/** The door that every card opens. */
export const door = 'riverside-gate';

const doors = JSON.stringify(
  [door, 'riverside-tower-2', 'riverside-garage'].map((id) => ({ id, name: { en: id, 'zh-CN': id } })),
);

/** So many bound access cards, and beside them the same references in a table of their own, by primary key. As a superuser, past triggers: a million in some seconds. */
export async function loadCards(superuserUrl: string, appLogin: string, rows: number): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    for (const sql of [
      'SET session_replication_role = replica',
      'SET synchronous_commit = off',
      `INSERT INTO card (id, account_id, provider, kind, fingerprint, token, last_four, doors, added_at)
       SELECT 'card_' || i, 'account_' || i / 3, 'cloudgate', 'ACCESS_CARD', 'f' || i, 't' || i, '0001', '${doors}', now()
       FROM generate_series(0, ${rows - 1}) i`,
      `INSERT INTO binding (id, card_id, account_id, provider, kind, device_id, phase, holds, sync, version, credential_reference, consent_id, started_at, bound_at)
       SELECT 'binding_' || i, 'card_' || i, 'account_' || i / 3, 'cloudgate', 'ACCESS_CARD', 'device_' || i / 3, 'BOUND', '[]', '{"state": "IN_SYNC"}', 3,
         'cred_' || lpad(i::text, 24, '0'), 'consent_' || i, now(), now()
       FROM generate_series(0, ${rows - 1}) i`,
      'CREATE TABLE bare_credential (reference text PRIMARY KEY, good boolean NOT NULL, reason text NOT NULL)',
      `INSERT INTO bare_credential SELECT 'cred_' || lpad(i::text, 24, '0'), true, 'ACTIVE' FROM generate_series(0, ${rows - 1}) i`,
      `GRANT SELECT ON bare_credential TO ${appLogin}`,
    ])
      await client.query(sql);
    await fillBoundCredentials(async (sql, values) => (await client.query<{ last: string | null }>(sql, values)).rows);
    await client.query('VACUUM ANALYZE card, binding, bound_credential, bare_credential');
  } finally {
    await client.end();
  }
}
