import { newId, type Id } from '@bindery/kernel';
import {
  accessCard,
  aHolder,
  bind,
  mutate,
  readBinding,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => {
  service = await startBindingService();
});
afterAll(() => service.stop());
beforeEach(() => {
  holder = aHolder();
});
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const read = (bindingId: Id<'binding'>) => readBinding(service, holder, bindingId);
const suspend = (bindingId: Id<'binding'>) => mutate(service, holder, 'suspendBinding', { bindingId });
const resume = (bindingId: Id<'binding'>) => mutate(service, holder, 'resumeBinding', { bindingId });
const kindsSent = () => bank().sent.map(({ kind }) => kind);

async function defaultCard(): Promise<string | null> {
  const query = `{ _entities(representations: [{ __typename: "Account", id: "${holder.viewer.accountId}" }]) { ... on Account { defaultCard { id } } } }`;
  return (await service.ask(query, {}, holder.claims)).data._entities[0].defaultCard?.id ?? null;
}

describe('suspendBinding and resumeBinding', () => {
  it('block here at once and tell the provider after; lifting waits for its yes', async () => {
    const { bindingId } = await bind(service, holder);
    expect(await suspend(bindingId)).toMatchObject({
      binding: {
        status: 'SUSPENDED',
        holds: [{ owner: 'HOLDER', liftableBy: ['HOLDER'] }],
        sync: { state: 'PENDING', operation: 'SUSPEND' },
      },
    });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED', sync: { state: 'IN_SYNC' } });
    expect(await resume(bindingId)).toMatchObject({
      binding: { status: 'SUSPENDED', sync: { state: 'PENDING', operation: 'RESUME' } },
    });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
    expect(kindsSent().slice(-2)).toEqual(['SUSPEND', 'RESUME']);
    // The provider had the last word, and what was lifted is the holder's own all the same.
    const [lifted] = await service.composed.dataSource.query(
      `SELECT value FROM outbox_events WHERE key = $1 AND headers ->> 'ce_type' = 'bindery.binding.hold-lifted.v1'`,
      [bindingId],
    );
    expect(JSON.parse(lifted.value)).toMatchObject({ actor: 'PROVIDER', owners: ['HOLDER'] });
  });

  it('tell nobody where the provider does not suspend', async () => {
    const { bindingId } = await bind(service, holder, 'cloudgate', accessCard('RG-1003'));
    expect(await suspend(bindingId)).toMatchObject({ binding: { status: 'SUSPENDED', sync: { state: 'IN_SYNC' } } });
    expect(await resume(bindingId)).toMatchObject({ binding: { status: 'ACTIVE' } });
  });

  it('write nothing for a suspension that is there already', async () => {
    const { bindingId } = await bind(service, holder);
    await suspend(bindingId);
    await settle(service);
    await suspend(bindingId);
    expect(await service.composed.dataSource.query('SELECT version FROM binding WHERE id = $1', [bindingId])).toEqual([
      { version: 5 },
    ]);
  });

  it('refuse to lift what is not held', async () => {
    const { bindingId } = await bind(service, holder);
    expect(await resume(bindingId)).toMatchObject({ __typename: 'TransitionRefusedError', phase: 'BOUND' });
  });

  it('never lift a hold by a refused unbind', async () => {
    const { bindingId } = await bind(service, holder);
    await suspend(bindingId);
    await settle(service);
    bank().plan('UNBIND', 'REFUSE_LATER');
    await unbind(service, holder, bindingId);
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED', holds: [{ owner: 'HOLDER' }] });
  });

  it('let one of many winners decide when a card is unbound and suspended at once', async () => {
    const { bindingId } = await bind(service, holder);
    const [unbound] = await Promise.all([
      unbind(service, holder, bindingId),
      ...Array.from({ length: 20 }, () => suspend(bindingId)),
    ]);
    await settle(service);
    expect(await read(bindingId)).toMatchObject({
      status: unbound.__typename === 'RequestUnbindSuccess' ? 'UNBOUND' : 'SUSPENDED',
    });
  });
});

describe('the default card', () => {
  it('is given up while its card is suspended, and returned after', async () => {
    const first = await bind(service, holder);
    const second = await bind(service, holder, 'harbour-bank');
    expect(await defaultCard()).toBe(first.cardId);
    await suspend(first.bindingId);
    expect(await defaultCard()).toBe(second.cardId);
    await settle(service);
    await resume(first.bindingId);
    await settle(service);
    expect(await defaultCard()).toBe(first.cardId);
  });

  it('is what the holder chooses, if it can pay', async () => {
    const first = await bind(service, holder);
    const second = await bind(service, holder, 'harbour-bank');
    const door = await bind(service, holder, 'cloudgate', accessCard('RG-1004'));
    const choose = (cardId: Id<'card'>, by = holder) => mutate(service, by, 'setDefaultCard', { cardId });
    expect(await choose(second.cardId)).toMatchObject({ card: { id: second.cardId, isDefault: true } });
    expect(await choose(door.cardId)).toMatchObject({
      __typename: 'CardNotUsableError',
      remedies: [{ code: 'UseOtherCard' }],
    });
    expect(await choose(newId('card'))).toEqual(await choose(first.cardId, aHolder()));
    expect(await defaultCard()).toBe(second.cardId);
    const events: { value: string }[] = await service.composed.dataSource.query(
      `SELECT value FROM outbox_events WHERE key = $1 ORDER BY position`,
      [holder.viewer.accountId],
    );
    expect(events.map(({ value }) => JSON.parse(value))).toMatchObject([
      { toCardId: first.cardId },
      { fromCardId: first.cardId, toCardId: second.cardId },
    ]);
  });
});

describe('the lock of an account', () => {
  const publishLock = (
    type: 'locked' | 'unlocked',
    sequence: number,
    until?: Date,
    scope: 'LOGIN' | 'ACCOUNT' = 'ACCOUNT',
  ) => {
    const { accountId } = holder.viewer;
    const at = service.clock.now().toISOString();
    if (type === 'unlocked')
      return service.eventLog.publish('identity', {
        type: 'bindery.account.unlocked.v1',
        key: accountId,
        sequence,
        data: { accountId, at },
      });
    const data = { accountId, scope, reason: 'FROZEN', at, ...(until ? { until: until.toISOString() } : {}) };
    return service.eventLog.publish('identity', { type: 'bindery.account.locked.v1', key: accountId, sequence, data });
  };

  it('freezes every card and refuses new ones until it is lifted', async () => {
    const { bindingId } = await bind(service, holder);
    const door = await bind(service, holder, 'cloudgate', accessCard('RG-1005'));
    await publishLock('locked', 3);
    for (const id of [bindingId, door.bindingId])
      expect(await read(id)).toMatchObject({
        status: 'SUSPENDED',
        holds: [{ owner: 'ACCOUNT', reason: 'FROZEN', liftableBy: ['SYSTEM'] }],
      });
    expect(await defaultCard()).toBeNull();
    expect(await mutate(service, holder, 'startBinding', startInput(holder))).toMatchObject({
      __typename: 'BindingRefusedError',
      reason: 'ACCOUNT_LOCKED',
    });
    await settle(service);
    await publishLock('unlocked', 4);
    await settle(service);
    for (const id of [bindingId, door.bindingId]) expect(await read(id)).toMatchObject({ status: 'ACTIVE', holds: [] });
  });

  it('of the login alone leaves the cards as they are', async () => {
    const { bindingId } = await bind(service, holder);
    await publishLock('locked', 3, undefined, 'LOGIN');
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
  });

  it('is lifted at the end it had from the beginning', async () => {
    const { bindingId } = await bind(service, holder);
    await publishLock('locked', 3, new Date(service.clock.now().getTime() + 60_000));
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED' });
    service.clock.advance(61_000);
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE' });
  });

  it('is not laid by an older event that comes after the unlocking, which is counted', async () => {
    const { bindingId } = await bind(service, holder);
    await publishLock('unlocked', 9);
    await publishLock('locked', 8);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE' });
    expect(await service.metrics.metrics()).toMatch(
      /^bindery_consumer_stale_total{type="bindery.account.locked.v1".*} 1$/m,
    );
  });
});

describe('a card that is not on', () => {
  it('is neither suspended nor resumed by its holder: before it is confirmed, and once it is off', async () => {
    const refused = { __typename: 'TransitionRefusedError' };
    const { binding } = await mutate(service, holder, 'startBinding', startInput(holder));
    expect(await suspend(binding.id)).toMatchObject({ ...refused, phase: 'VERIFYING' });
    expect(await resume(binding.id)).toMatchObject({ ...refused, phase: 'VERIFYING' });

    const { bindingId } = await bind(service, holder);
    await suspend(bindingId);
    await settle(service);
    await unbind(service, holder, bindingId);
    await settle(service);
    expect(await suspend(bindingId)).toMatchObject({ ...refused, phase: 'UNBOUND' });
    expect(await resume(bindingId)).toMatchObject({ ...refused, phase: 'UNBOUND' });
    expect(await read(bindingId)).toMatchObject({ status: 'UNBOUND', holds: [{ owner: 'HOLDER' }] });
  });
});
