import { newId } from '@bindery/kernel';
import { testViewer } from '@bindery/trust/testing';
import { confirmed, registered, unbound } from './test-events';
import { contactKeys, startTestService, type TestService } from './test-service';

const phone = '+8613812345678';
const mailbox = 'canary.person@example.com';
const viewer = testViewer({ accountId: newId('account') });
let service: TestService;

beforeAll(async () => {
  service = await startTestService();
  await service.deliver(
    registered(viewer.accountId, 'en', '2025-06-01T00:00:00.000Z'),
    await confirmed(viewer.accountId, phone, contactKeys, '2025-01-01T00:00:00.000Z'),
    await confirmed(viewer.accountId, mailbox, contactKeys, '2025-01-02T00:00:00.000Z'),
  );
  service.carrier.mood = 'down';
  await service.deliver(unbound(viewer.accountId));
  await service.sendAll();
  service.carrier.mood = 'well';
  await service.sendAll();
  await service.checkAll();
});
afterAll(() => service.stop());

describe('contact details', () => {
  it('reach the carriers', () => {
    expect(service.carrier.messages.map(({ to }) => to)).toEqual([phone]);
    // The welcome and the alert.
    expect(service.mail.mails.map(({ to }) => to)).toEqual([mailbox, mailbox]);
  });

  it('stand in clear in no table, events and jobs among them', async () => {
    const tables = await service.query<{ name: string }>(
      "SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')",
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const { name } of tables) {
      const dump = JSON.stringify(await service.query(`SELECT to_jsonb(t) FROM ${name} AS t`));
      expect({ name, found: /13812345678|12345678|canary/.test(dump) }).toEqual({ name, found: false });
    }
  });

  it('stand in clear in no line of the log', () => {
    expect(service.log.join('')).not.toMatch(/13812345678|canary/);
  });

  it('are shown masked to their owner', async () => {
    const query =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { inbox(first: 1) { edges { node { deliveries { channel state maskedTo } } } } } } }';
    const { data } = await service.ask(query, { r: [{ __typename: 'Account', id: viewer.accountId }] }, { viewer });
    expect(data._entities[0].inbox.edges[0].node.deliveries).toEqual(
      expect.arrayContaining([
        { channel: 'INBOX', state: 'DELIVERED', maskedTo: null },
        { channel: 'SMS', state: 'DELIVERED', maskedTo: '+86 ••• 78' },
        { channel: 'EMAIL', state: 'SENT', maskedTo: 'c•••@example.com' },
      ]),
    );
  });

  it('cannot be written in clear, even by a producer that forgets to seal', async () => {
    const event = await confirmed(viewer.accountId, phone, contactKeys);
    const clear = {
      ...event,
      id: newId('event'),
      data: { ...event.data, contactPointId: newId('contact_point'), sealedAddress: phone },
    };
    await expect(service.deliver(clear)).rejects.toThrow('sealed_address');
  });
});
