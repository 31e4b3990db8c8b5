import { newId, TestClock } from '@bindery/kernel';
import { createPruneNotifications } from './prune-notifications';
import { confirmed, registered, unbound } from '../testing/test-events';
import { contactKeys, startTestService, type TestService } from '../testing/test-service';

const dayMs = 24 * 60 * 60_000;
// The database lets go of rows that are old by its own clock.
const clock = new TestClock(new Date(Date.now() - 731 * dayMs));
let service: TestService;

beforeAll(async () => {
  service = await startTestService({ clock });
});
afterAll(() => service.stop());

describe('prune', () => {
  it('deletes notifications two years after they came, with their deliveries, and keeps contacts and younger ones', async () => {
    const accountId = newId('account');
    const counts = () =>
      service.query(
        'SELECT (SELECT count(*)::integer FROM notification) AS notifications, (SELECT count(*)::integer FROM delivery) AS deliveries, (SELECT count(*)::integer FROM contact_point) AS contacts',
      );
    const prune = createPruneNotifications({ unitOfWork: service.unitOfWork, clock });

    await service.deliver(
      registered(accountId),
      await confirmed(accountId, '+8613800000001', contactKeys),
      unbound(accountId),
    );
    clock.advance(700 * dayMs);
    await service.deliver(unbound(accountId));
    expect(await prune()).toEqual({ notifications: 0 });
    clock.advance(31 * dayMs);
    expect(await prune()).toEqual({ notifications: 2 });
    expect(await counts()).toEqual([{ notifications: 1, deliveries: 2, contacts: 1 }]);
  });
});
