import { once } from 'node:events';
import { migrateJobs } from '@bindery/jobs';
import { provisionEventLog } from '@bindery/messaging';
import { migrate } from '@bindery/persistence';
import { createTestDatabase, eventually, freePort, startProgram, type TestDatabase } from '@bindery/testing';
import { createTestGateway } from '@bindery/trust/testing';
import { generateSigningKey } from '@bindery/trust';
import { migrations } from '../migrations';
import { identityEnvironment } from './testing/identity-service';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('identity', (ownerUrl) => migrate('up', ownerUrl, migrations));
  const login = new URL(database.appUrl).username;
  await migrateJobs(database.ownerUrl, login);
  await provisionEventLog(database.ownerUrl, [{ login, service: 'identity' }]);
});
afterAll(() => database.drop());

/** A process of the service; answers its exit code and what it said when it has ended. */
function start(environment: Record<string, string>) {
  const child = startProgram('apps/identity/src/main.ts', environment, 'pipe');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, said }));
  return { child, ended };
}

describe('the identity process', () => {
  it('gets ready with all its roles, serves its keys, and ends with 0 on SIGTERM', async () => {
    const [port, opsPort] = [await freePort(), await freePort()];
    const { child, ended } = start({
      ...(await identityEnvironment(await generateSigningKey())),
      NODE_ENV: 'test',
      DATABASE_URL: database.appUrl,
      EVENT_LOG_URL: database.appUrl,
      GATEWAY_KEYS: (await createTestGateway()).keys,
      PORT: String(port),
      OPS_PORT: String(opsPort),
    });
    try {
      await eventually(async () => expect((await fetch(`http://127.0.0.1:${opsPort}/health/ready`)).status).toBe(200), {
        withinMs: 25_000,
        everyMs: 100,
      });
      const { keys } = (await (await fetch(`http://127.0.0.1:${port}/.well-known/jwks.json`)).json()) as {
        keys: unknown[];
      };
      expect(keys).toHaveLength(1);
      expect(
        (
          await fetch(`http://127.0.0.1:${port}/graphql`, {
            method: 'POST',
            body: '{}',
            headers: { 'content-type': 'application/json' },
          })
        ).status,
      ).toBe(401);
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('says in one go what its configuration lacks, and no secret', async () => {
    const { ended } = start({ DATABASE_URL: 'mysql://secret@host/db' });
    const { code, said } = await ended;
    expect(code).toBe(1);
    for (const variable of [
      'PORT',
      'DATABASE_URL',
      'ACCESS_TOKEN_PRIVATE_KEY',
      'CONTACT_LOOKUP_KEY',
      'PASSWORD_PEPPER',
    ])
      expect(said).toContain(variable);
    expect(said).not.toContain('secret@host');
  });
});
