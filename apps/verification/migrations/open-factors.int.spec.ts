import { migrate, withClient } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { migrations } from './index';

/** What comes after it is none of its business. */
const upToIt = migrations.slice(0, 4);

describe('the table of challenges', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('verification', async () => 'nothing yet');
    await migrate('up', database.ownerUrl, upToIt);
  });
  afterAll(() => database.drop());

  it('takes a factor that the code alone knows, and keeps its rows when the version before comes back', async () => {
    await withClient(database.ownerUrl, async (client) => {
      const insert = (id: string, factor: string) =>
        client.query(
          `INSERT INTO challenge (id, version, account_id, action, subject_id, factor, purpose_key, sealed_contact, contact_digest,
             client_digest, locale, code_salt, state, wrong_answers, started_at, expires_at, sends, last_send_at, delivery_state, delivery_at)
           VALUES ($1, 1, 'account_1', 'BIND', 'binding_1', $2, $1, 'sealed', 'contact', 'client', 'en', 'salt', 'PENDING', 0, now(), now(), 1, now(), 'QUEUED', now())`,
          [id, factor],
        );
      const factors = async () =>
        (await client.query<{ factor: string }>('SELECT factor FROM challenge ORDER BY id')).rows.map(
          ({ factor }) => factor,
        );
      await insert('challenge_1', 'TOTP');
      await migrate('down', database.ownerUrl, upToIt);
      expect(await factors()).toEqual(['TOTP']);
      await expect(insert('challenge_2', 'TOTP')).rejects.toThrow('challenge_factor_check');
      await insert('challenge_2', 'SMS_CODE');
      await migrate('up', database.ownerUrl, upToIt);
      await insert('challenge_3', 'TOTP');
      expect(await factors()).toEqual(['TOTP', 'SMS_CODE', 'TOTP']);
    });
  });
});
