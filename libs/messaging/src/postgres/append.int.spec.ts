import { Pool } from 'pg';
import { createTestEventLog, type TestEventLog } from '../testing/test-event-log';
import { largestMessageBytes } from '../transport/message-too-large';

let eventLog: TestEventLog;
let pool: Pool;
beforeAll(async () => {
  eventLog = await createTestEventLog();
  pool = new Pool({ connectionString: eventLog.appUrl });
});
afterAll(async () => {
  await pool.end();
  await eventLog.drop();
});

/** Past our own writer, as a login may that speaks SQL. */
const append = (keys: unknown[], headers: unknown[], values: unknown[]) =>
  pool.query('select event_log.append($1, $2, $3, $4)', ['bindery.binding', keys, headers, values]);

describe('append', () => {
  it.each(['{broken', '', 'null', '[]', '5', '"a"', 'true', '{"ce_id":5}', '{"ce_id":null}', '{"a":"b","c":{}}', null])(
    'refuses headers that are no object of strings: %p',
    (headers) => expect(append(['k'], [headers], ['{}'])).rejects.toMatchObject({ code: expect.stringMatching(/^2/) }),
  );

  it.each([
    ['a value', ['k'], ['{}'], ['x'.repeat(largestMessageBytes)]],
    ['a key', ['k'.repeat(largestMessageBytes)], ['{}'], ['{}']],
    ['headers', ['k'], [JSON.stringify({ a: 'x'.repeat(largestMessageBytes) })], ['{}']],
  ])('refuses %s that is too large', (_what, keys, headers, values) =>
    expect(append(keys, headers, values)).rejects.toMatchObject({ code: '23514' }),
  );

  it('refuses a list with a message that lacks a part', () =>
    expect(append(['k', 'l'], ['{}'], ['{}', '{}'])).rejects.toMatchObject({ code: '23514' }));

  it('appends nothing of what it refuses, and takes what is right', async () => {
    await expect(append(['k', 'l'], ['{}', 'null'], ['1', '2'])).rejects.toThrow();
    await append(['k'], ['{"ce_id":"a \\"b\\" {"}'], ['{}']);
    expect((await pool.query('select headers from event_log.messages')).rows).toEqual([
      { headers: '{"ce_id":"a \\"b\\" {"}' },
    ]);
  });
});
