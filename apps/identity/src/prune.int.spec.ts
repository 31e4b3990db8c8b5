import { sessionLifetimeMs } from './sessions/session.rules';
import { logInInput, mutate, newHolder, newPhone, signIn } from './testing/holder';
import { startTestIdentity, type TestIdentity } from './testing/identity-service';

const dayMs = 24 * 60 * 60_000;
let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

/** Runs the daily job; answers what it says it deleted. */
async function prune(): Promise<Record<string, number>> {
  await service.composed.jobHandlers.prune?.({}, undefined as never);
  const { msg, pruned } = JSON.parse(service.lines.at(-1) ?? '{}') as { msg: string; pruned: Record<string, number> };
  expect(msg).toBe('pruned');
  return pruned;
}

describe('the daily pruning', () => {
  it('deletes what is over and long past, and nothing else', async () => {
    const { phone } = await newHolder(service);
    await mutate(service, 'logIn', logInInput(newPhone()));

    expect(await prune()).toMatchObject({
      sessions: 0,
      guesses: 0,
      knownAddresses: 0,
      idempotencyKeys: 0,
      publishedEvents: 0,
    });

    service.clock.advance(sessionLifetimeMs + 31 * dayMs);
    await service.sql(
      "INSERT INTO known_address SELECT account_id, 'elsewhere', now() - interval '91 days' FROM session",
    );
    const recent = await signIn(service, phone);
    await service.sql(
      "UPDATE idempotency_key SET created_at = now() - interval '25 hours' WHERE operation = 'register'",
    );
    // Only the owner of the tables can make rows older than the database knows them to be.
    await service.sqlAsOwner('UPDATE session SET ends_at = $1 WHERE id <> $2', [
      new Date(Date.now() - 30 * dayMs),
      recent.viewer.sessionId,
    ]);
    await service.sqlAsOwner(
      "UPDATE outbox_events SET published_at = now() - interval '8 days', appended_at = now() - interval '8 days' WHERE position = 1",
    );
    expect(await prune()).toMatchObject({
      sessions: 1,
      guesses: 4,
      knownAddresses: 1,
      idempotencyKeys: 1,
      publishedEvents: 1,
    });
    expect(await service.sql('SELECT id FROM session')).toEqual([{ id: recent.viewer.sessionId }]);
    expect(await service.sql('SELECT act FROM abuse_ledger')).toEqual([]);
  });
});
