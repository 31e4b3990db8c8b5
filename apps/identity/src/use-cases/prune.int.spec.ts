import { createUnitOfWork } from '@bindery/persistence';
import { failuresMax } from '../domain/log-in-throttle';
import { sessionLifetimeMs } from '../domain/session';
import { logInInput, mutate, newHolder, newPhone, signIn } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';
import { createPrune } from './prune';

const dayMs = 24 * 60 * 60_000;
let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

describe('prune', () => {
  it('deletes what is over and long past, and nothing else', async () => {
    let logPrunings = 0;
    const unitOfWork = createUnitOfWork(service.identity.dataSource);
    const prune = createPrune({
      unitOfWork,
      clock: service.clock,
      transport: { prune: async () => ++logPrunings },
    });
    const { phone } = await newHolder(service);
    const locked = newPhone();
    for (const number of [newPhone(), locked]) await mutate(service, 'logIn', logInInput(number));
    await service.sql(
      'UPDATE log_in_failure SET failures = $1 WHERE lookup = (SELECT lookup FROM log_in_failure ORDER BY last_failed_at DESC LIMIT 1)',
      [failuresMax],
    );

    expect(await prune()).toEqual({ sessions: 0, failures: 0, idempotencyKeys: 0, events: 0 });

    service.clock.advance(sessionLifetimeMs + 31 * dayMs);
    const recent = await signIn(service, phone);
    await service.sql(
      "UPDATE idempotency_key SET created_at = now() - interval '25 hours' WHERE operation = 'register'",
    );
    await service.sql(
      "UPDATE outbox_events SET published_at = now() - interval '8 days', appended_at = now() - interval '8 days' WHERE position = 1",
    );
    expect(await prune()).toEqual({ sessions: 1, failures: 1, idempotencyKeys: 1, events: 1 });
    expect(await service.sql('SELECT id FROM session')).toEqual([{ id: recent.viewer.sessionId }]);
    expect(await service.sql('SELECT failures FROM log_in_failure')).toEqual([{ failures: failuresMax }]);
    expect(logPrunings).toBe(2);
  });
});
