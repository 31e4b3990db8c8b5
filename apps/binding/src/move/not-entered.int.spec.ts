import type { Id } from '@bindery/kernel';
import {
  accessCard,
  aHolder,
  bind,
  mutate,
  proofOf,
  readBinding,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { withAnotherDevice } from '../testing/scenes';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

const day = 24 * 60 * 60_000;
const card = accessCard('RG-1901');
let service: RunningBinding;
/** On the old device, and the same account on the new one. */
let before: Holder;
let holder: Holder;
let oldId: Id<'binding'>;
beforeEach(async () => {
  service = await startBindingService();
  before = aHolder();
  holder = await withAnotherDevice(service, before);
  oldId = (await bind(service, before, 'cloudgate', card)).bindingId;
  service.clock.advance(1_000);
});
afterEach(async () => {
  await checkHistory(service.composed.dataSource);
  await service.stop();
});

async function move(): Promise<void> {
  const fromDeviceId = before.viewer.deviceId;
  const query = 'query ($id: ID!) { movePlan(fromDeviceId: $id) { ... on MovePlan { digest } } }';
  const { data } = await service.ask(query, { id: fromDeviceId }, holder.claims);
  const planDigest = data.movePlan.digest as string;
  const proof = await proofOf(service, holder, 'MOVE', fromDeviceId, planDigest);
  await mutate(service, holder, 'moveCards', { fromDeviceId, planDigest, proof });
}
const enter = () => mutate(service, holder, 'startBinding', startInput(holder, 'cloudgate', card));
async function reconcile(): Promise<void> {
  await service.jobs.reconcile(false);
  await service.jobs.run();
}
/** What events told of the card, the first first. */
async function told(): Promise<string[]> {
  const rows = await service.sql<{ type: string }>(
    `SELECT headers ->> 'ce_type' AS type FROM outbox_events WHERE headers ->> 'ce_type' LIKE 'bindery.move.%' ORDER BY position`,
  );
  return rows.map(({ type }) => type.split('.')[2] ?? '');
}

describe('a card that was to be entered for a move and was not', () => {
  it('is told to stay once its day is over, and once only', async () => {
    await move();
    service.clock.advance(29 * day);
    await reconcile();
    expect(await told()).toEqual(['card-wanted']);
    service.clock.advance(2 * day);
    for (let round = 0; round < 2; round++) await reconcile();
    expect(await told()).toEqual(['card-wanted', 'card-lapsed']);
    expect(await readBinding(service, holder, oldId)).toMatchObject({ status: 'ACTIVE' });
  });

  it('is also if its timer is lost', async () => {
    await move();
    await service.sql("DELETE FROM graphile_worker._private_jobs WHERE key LIKE '%enter %'");
    service.clock.advance(31 * day);
    await service.jobs.run();
    expect(await told()).toEqual(['card-wanted']);
    await reconcile();
    expect(await told()).toEqual(['card-wanted', 'card-lapsed']);
  });

  it('is also if what was begun with it is over only then', async () => {
    await move();
    service.clock.advance(30 * day - 60_000);
    await enter();
    service.clock.advance(31 * 60_000);
    await settle(service);
    expect(await told()).toEqual(['card-wanted', 'card-settled', 'card-lapsed']);
    expect(await readBinding(service, holder, oldId)).toMatchObject({ status: 'ACTIVE' });
  });

  it('is not where it was taken off after its day', async () => {
    await move();
    service.clock.advance(31 * day);
    await unbind(service, before, oldId);
    await settle(service);
    expect(await told()).toEqual(['card-wanted', 'card-settled']);
  });
});
