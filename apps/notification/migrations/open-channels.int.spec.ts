import { migrate, withClient } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { migrations } from '.';

/** What comes after it is none of its business. */
const upToIt = migrations.slice(0, 3);

describe('the channels of preferences', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('notification', async () => 'nothing yet');
    await migrate('up', database.ownerUrl, upToIt);
  });
  afterAll(() => database.drop());

  it('are those that the code knows, and stay when the version before comes back', async () => {
    await withClient(database.ownerUrl, async (client) => {
      const prefer = (kind: string, channel: string) =>
        client.query(`INSERT INTO preference (account_id, kind, channel, enabled) VALUES ('account_1', $1, $2, true)`, [
          kind,
          channel,
        ]);
      await prefer('WELCOME', 'PUSH');
      await migrate('down', database.ownerUrl, upToIt);
      await expect(prefer('CARD_BOUND', 'PUSH')).rejects.toThrow('preference_channel_check');
      await prefer('CARD_BOUND', 'SMS');
      await migrate('up', database.ownerUrl, upToIt);
      await prefer('CARD_UNBOUND', 'PUSH');
      expect((await client.query('SELECT channel FROM preference ORDER BY kind')).rows).toEqual([
        { channel: 'SMS' },
        { channel: 'PUSH' },
        { channel: 'PUSH' },
      ]);
    });
  });
});
