import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { migrations } from '../../migrations';
import { createReceivedMessages, type ReceivedMessages } from './received-messages.repository';

let database: TestDatabase;
let dataSource: DataSource;
let received: ReceivedMessages;

beforeAll(async () => {
  database = await createTestDatabase('binding', (ownerUrl) => migrate('up', ownerUrl, migrations));
  dataSource = await createDataSource({ url: database.appUrl, entities: [] }).initialize();
  received = createReceivedMessages(dataSource);
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

describe('received messages', () => {
  it('are known by provider and id, once remembered', async () => {
    expect(await received.has('seaside-bank', 'msg_1')).toBe(false);
    await received.remember('seaside-bank', 'msg_1');
    expect(await received.has('seaside-bank', 'msg_1')).toBe(true);
    expect(await received.has('harbour-bank', 'msg_1')).toBe(false);
    expect(await received.has('seaside-bank', 'msg_2')).toBe(false);
  });

  it('are remembered once, however many arrive at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, () => received.remember('seaside-bank', 'msg_3')));
    expect(await dataSource.query("SELECT 1 FROM provider_message WHERE webhook_id = 'msg_3'")).toHaveLength(1);
  });

  it('are forgotten when they are old', async () => {
    await dataSource.query(
      "INSERT INTO provider_message (provider, webhook_id, received_at) VALUES ('cloudgate', 'old', '2026-01-01'), ('cloudgate', 'young', '2026-01-09')",
    );
    await received.prune(new Date('2026-01-08T00:00:00Z'));
    expect([await received.has('cloudgate', 'old'), await received.has('cloudgate', 'young')]).toEqual([false, true]);
  });
});
