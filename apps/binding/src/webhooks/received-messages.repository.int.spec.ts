import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { migrations } from '../../migrations';
import { webhooksClasses } from '.';
import { hasReceived, deleteReceivedBefore, insertReceived } from './received-messages.repository';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase('binding', (ownerUrl) => migrate('up', ownerUrl, migrations));
  dataSource = await createDataSource({ url: database.appUrl, entities: webhooksClasses.entities }).initialize();
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

describe('received messages', () => {
  it('are known by provider and id, once remembered', async () => {
    expect(await hasReceived(dataSource.manager, 'seaside-bank', 'msg_1')).toBe(false);
    await insertReceived(dataSource.manager, 'seaside-bank', 'msg_1', new Date());
    expect(await hasReceived(dataSource.manager, 'seaside-bank', 'msg_1')).toBe(true);
    expect(await hasReceived(dataSource.manager, 'harbour-bank', 'msg_1')).toBe(false);
    expect(await hasReceived(dataSource.manager, 'seaside-bank', 'msg_2')).toBe(false);
  });

  it('are remembered once, however many arrive at the same moment', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => insertReceived(dataSource.manager, 'seaside-bank', 'msg_3', new Date())),
    );
    expect(await dataSource.query("SELECT 1 FROM provider_message WHERE webhook_id = 'msg_3'")).toHaveLength(1);
  });

  it('are forgotten when they are old', async () => {
    await dataSource.query(
      "INSERT INTO provider_message (provider, webhook_id, received_at) VALUES ('cloudgate', 'old', '2026-01-01'), ('cloudgate', 'young', '2026-01-09')",
    );
    expect(await deleteReceivedBefore(dataSource.manager, new Date('2026-01-08T00:00:00Z'))).toBe(1);
    expect([
      await hasReceived(dataSource.manager, 'cloudgate', 'old'),
      await hasReceived(dataSource.manager, 'cloudgate', 'young'),
    ]).toEqual([false, true]);
  });
});
