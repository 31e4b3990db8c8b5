import { Client } from 'pg';
import { eventually } from '@bindery/testing';
import { insertRaw } from '../testing/insert-raw';
import { itPutsPoisonAside } from '../testing/poison-contract';
import { createTestEventLog, type TestEventLog } from '../testing/test-event-log';

/** What may stand where headers should. */
const noHeaders = [
  '{broken',
  'null',
  '',
  '[]',
  '[{"ce_id":"a"}]',
  '5',
  '"ce_id"',
  'true',
  '{"ce_id":5}',
  '{"ce_id":null}',
  '{"ce_id":{"a":"b"}}',
  '{"__proto__":{"ce_id":"a"}}',
  '{"ce_id":"\\ud800"}',
  '{"ce_id":"\\u0000"}',
  `{"ce_type":"${'x'.repeat(5_000_000)}"}`,
];

describe('poison in the event log on PostgreSQL', () => {
  let eventLog: TestEventLog;
  let owner: Client;
  beforeAll(async () => {
    eventLog = await createTestEventLog();
    owner = new Client({ connectionString: eventLog.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await eventLog.drop();
  });

  it.each(noHeaders.slice(0, 12))('does not stop a tail: headers %s', async (headers) => {
    const from = new Date();
    const row = { topic: 'bindery.binding', key: 'tail', value: '{}' };
    await insertRaw(owner, [
      { ...row, headers },
      { ...row, headers: '{"ce_id":"last"}' },
    ]);
    const seen: unknown[] = [];
    const transport = eventLog.connect();
    const tail = transport.tail({ topics: [row.topic], from, onMessage: (message) => void seen.push(message.headers) });
    await eventually(() => expect(seen).toEqual([{ 'unreadable-headers': headers }, { ce_id: 'last' }]));
    await tail.stop();
    await transport.close();
  });

  itPutsPoisonAside({
    address: () => ({ eventLogUrl: eventLog.appUrl }),
    newGroup: () => eventLog.newGroup(),
    writeFromElsewhere: (messages) =>
      insertRaw(
        owner,
        messages.map(({ headers, ...message }) => ({ ...message, headers: JSON.stringify(headers) })),
      ),
    async writeMalformed({ headers, ...beside }) {
      const rows = [
        ...noHeaders.map((text) => ({ ...beside, headers: text })),
        ...['', 'null', '{broken', '"\\ud800"', 'x'.repeat(6_000_000)].map((value) => ({
          ...beside,
          headers: JSON.stringify({ ...headers, ce_id: `event_${value.length}` }),
          value,
        })),
      ];
      await insertRaw(owner, rows);
      return rows.length;
    },
  });
});
