import type { DataSource } from 'typeorm';
import { createLog } from '@bindery/service';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { createDataSource } from './data-source';
import { migrate } from './migrate';

class CreateConsents1700000000001 {
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query('CREATE TABLE consent (phone text PRIMARY KEY, given jsonb, at int CHECK (at > 0))');
  }
  async down(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query('DROP TABLE consent');
  }
}

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase('failed-queries', (url) => migrate('up', url, [CreateConsents1700000000001]));
  dataSource = await createDataSource({ url: database.appUrl, entities: [] }).initialize();
  await insert('+8613800138000', '{}', '1');
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const insert = (...values: string[]) =>
  dataSource.query('INSERT INTO consent (phone, given, at) VALUES ($1, $2, $3)', values);

async function logOf(failing: Promise<unknown>) {
  const error = await failing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  createLog({ service: 'test', level: 'info', format: 'json', destination }).error({ err: error }, 'failed');
  return { line: lines.join(''), err: JSON.parse(lines[0] ?? '').err };
}

describe('a query that failed, in the log', () => {
  it.each([
    ['a row that is there', ['+8613800138000', '{}', '1'], { errorCode: '23505', constraint: 'consent_pkey' }],
    ['a row that is not allowed', ['+8613800138000', '{}', '-1'], { errorCode: '23514', table: 'consent' }],
    ['JSON that is none', ['+8613800138000', '{"text":"I agree', '1'], { errorCode: '22P02' }],
    ['JSON that cannot be kept', ['+8613800138000', '{"text":"I agree \\ud800"}', '1'], { errorCode: '22P02' }],
    ['a number that is none', ['+8613800138000', '{}', 'I agree'], { errorCode: '22P02' }],
    ['a huge value', ['+8613800138000', '{}', `I agree ${'x'.repeat(50_000)}`], { errorCode: '22P02' }],
  ])('tells the statement and why, none of the values: %s', async (_what, values, told) => {
    const { line, err } = await logOf(insert(...values));
    expect(err).toMatchObject({
      type: 'QueryFailedError',
      query: 'INSERT INTO consent (phone, given, at) VALUES ($1, $2, $3)',
      ...told,
    });
    for (const value of ['13800138000', 'I agree', 'xxx']) expect(line).not.toContain(value);
    expect(line.length).toBeLessThan(5_000);
  });
});
