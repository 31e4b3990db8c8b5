import { TestClock, newId, type Id } from '@bindery/kernel';
import { testViewer } from '@bindery/trust/testing';
import {
  bindingEvent,
  confirmed,
  defaultChanged,
  passwordChanged,
  registered,
  testEvent,
  unbound,
  type AnyEvent,
} from '../testing/test-events';
import { contactKeys, startTestService, type TestService } from '../testing/test-service';

const clock = new TestClock(new Date('2026-02-01T00:00:00Z'));
let service: TestService;
let accountId: Id<'account'>;
let phone: string;
let numbers = 0;

beforeAll(async () => void (service = await startTestService({ clock })));
afterAll(() => service.stop());
beforeEach(async () => {
  accountId = newId('account');
  phone = `+86138${String(10_000_000 + ++numbers)}`;
  await service.deliver(await confirmed(accountId, phone, contactKeys));
  await service.query("UPDATE recipient SET locale = 'en' WHERE account_id = $1", [accountId]);
});

/** What its holder finds in the inbox, oldest first. */
async function readInbox(): Promise<{ kind: string; body: string }[]> {
  const query =
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { inbox(first: 50) { unreadCount edges { node { kind body } } } } } }';
  const viewer = testViewer({ accountId });
  const { data } = await service.ask(
    query,
    { r: [{ __typename: 'Account', id: accountId }] },
    { viewer, locale: 'en' },
  );
  const { edges, unreadCount } = data._entities[0].inbox;
  expect(unreadCount).toBe(edges.length);
  return edges.map(({ node }: { node: { kind: string; body: string } }) => node).reverse();
}
const kinds = async () => (await readInbox()).map(({ kind }) => kind);
const messages = () => service.carrier.messages.filter(({ to }) => to === phone).map(({ text }) => text);

/** The facts of one card, each a second after the one before unless it is of the same step. */
function journey() {
  const ids = { bindingId: newId('binding'), cardId: newId('card'), accountId };
  const at = (second: number) => `2026-01-01T00:00:0${second}.000Z`;
  return {
    ...ids,
    consent: testEvent('binding', 'bindery.consent.recorded.v1', newConsent(), {
      consentId: consentId as Id<'consent'>,
      accountId,
      bindingId: ids.bindingId,
      provider: 'seaside-bank',
      providerName: { 'zh-CN': '海滨银行', en: 'Seaside Bank' },
      version: '2026-01',
      at: at(0),
    }),
    bound: bindingEvent('bindery.binding.bound.v1', accountId, { ...ids, to: 'BOUND', status: 'ACTIVE', at: at(1) }),
    refused: bindingEvent('bindery.binding.bind-refused.v1', accountId, { ...ids, cause: 'REFUSED', at: at(1) }),
    paysAt: (second: number, cardId?: Id<'card'>) => defaultChanged(accountId, cardId, at(second)),
    requested: bindingEvent('bindery.binding.unbind-requested.v1', accountId, {
      ...ids,
      operationId: newId('operation'),
      at: at(2),
    }),
    unbound: unbound(accountId, { ...ids, at: at(3) }),
    kept: bindingEvent('bindery.binding.unbind-refused.v1', accountId, { ...ids, cause: 'PENDING_PAYMENT', at: at(3) }),
    requestedAgain: bindingEvent('bindery.binding.unbind-requested.v1', accountId, {
      ...ids,
      operationId: newId('operation'),
      at: at(4),
    }),
    unboundAtLast: unbound(accountId, { ...ids, at: at(5) }),
  };
}
let consentId: string;
const newConsent = () => (consentId = newId('consent'));

/** Every order of some events. */
const orders = <T>(events: readonly T[]): T[][] =>
  events.length < 2
    ? [[...events]]
    : events.flatMap((first, i) => orders(events.filter((_, j) => j !== i)).map((rest) => [first, ...rest]));

describe('one thing that somebody did', () => {
  it('is one entry and one message: a card is bound, with its consent, and pays by default', async () => {
    const { consent, bound, paysAt, cardId } = journey();
    await service.deliver(consent, bound, paysAt(1, cardId));
    await service.sendAll();
    expect(await kinds()).toEqual(['CARD_BOUND']);
    expect(messages()).toEqual([
      expect.stringMatching(
        /^Bindery: Your Seaside Bank card was bound .* You agreed to its terms \(version 2026-01\)\. It pays by default\. Not you/,
      ),
    ]);
  });

  it('is that in whatever order its facts come, and however often', async () => {
    for (const order of orders(['consent', 'bound', 'pays', 'bound'] as const)) {
      accountId = newId('account');
      const { paysAt, cardId, ...facts } = journey();
      const events: Record<string, AnyEvent> = { consent: facts.consent, bound: facts.bound, pays: paysAt(1, cardId) };
      for (const name of order) await service.deliver(events[name] as AnyEvent);
      await service.deliver(...Object.values(events));
      const [entry, ...others] = await readInbox();
      expect(others).toEqual([]);
      expect(entry?.body).toMatch(/was bound .*version 2026-01\)\. It pays by default\./);
    }
  });

  it('is one entry and one message: a card is taken off, and another pays by default', async () => {
    const { requested, unbound: done, paysAt } = journey();
    await service.deliver(requested, paysAt(2, newId('card')), done);
    await service.sendAll();
    expect(await kinds()).toEqual(['CARD_UNBOUND']);
    expect(messages()).toEqual([
      expect.stringMatching(/was taken off .* Another of your cards pays by default now\..* Receipt: receipt_/),
    ]);
  });

  it('is told of the default card too where that comes last', async () => {
    const { requested, unbound: done, paysAt } = journey();
    await service.deliver(requested, done, paysAt(2));
    const [entry, ...others] = await readInbox();
    expect(others).toEqual([]);
    expect(entry?.body).toContain('No card of yours pays by default now.');
  });

  it('is not the next one: two lives of a card are four entries, and a refused unbinding is one of its own', async () => {
    const { consent, bound, requested, kept, requestedAgain, unboundAtLast } = journey();
    const restored = bindingEvent('bindery.binding.restored.v1', accountId, {
      ...{ bindingId: bound.data.bindingId, cardId: bound.data.cardId },
      at: '2026-01-01T00:00:06.000Z',
    });
    await service.deliver(consent, bound, requested, kept, requestedAgain, unboundAtLast, restored);
    expect(await kinds()).toEqual(['CARD_BOUND', 'CARD_UNBIND_REFUSED', 'CARD_UNBOUND', 'CARD_RESTORED']);
  });

  it('is told while its outcome is awaited, and again when that comes after the message left', async () => {
    const { requested, unbound: done } = journey();
    await service.deliver(requested);
    expect(await kinds()).toEqual(['CARD_UNBIND_REQUESTED']);
    const [job] = await service.query<{ wait: number }>(
      `SELECT extract(epoch FROM run_at - $2::timestamptz)::float AS wait FROM graphile_worker.jobs
       WHERE key = (SELECT 'send ' || delivery.id FROM delivery JOIN notification n ON n.id = notification_id WHERE account_id = $1 AND channel = 'SMS')`,
      [accountId, clock.now()],
    );
    expect(job?.wait).toBe(60);
    await service.sendAll();
    await service.deliver(done);
    await service.sendAll();
    expect(await kinds()).toEqual(['CARD_UNBOUND']);
    expect(messages()).toHaveLength(2);
  });

  it('is one: the answer of a provider, and the case that ends with it; what people close is one of its own', async () => {
    const { unbound: done, bindingId, cardId } = journey();
    const closed = (at: string, more: { closedBy: string; reason?: string }) => {
      const caseId = newId('case');
      const about = { caseId, bindingId, cardId, accountId, provider: 'seaside-bank', about: 'OVERDUE' };
      return testEvent('binding', 'bindery.case.closed.v1', caseId, { ...about, ...more, at });
    };
    await service.deliver(done, closed(done.data.at, { closedBy: 'ITSELF' }));
    expect(await kinds()).toEqual(['CARD_UNBOUND']);
    await service.deliver(closed('2026-01-01T00:00:09.000Z', { closedBy: 'PEOPLE', reason: 'The bank has said so.' }));
    const [, entry] = await readInbox();
    expect(entry).toMatchObject({ kind: 'CASE_CLOSED', body: expect.stringMatching(/: The bank has said so\.$/) });
  });

  it('is one: a new password, which lifts a lock', async () => {
    const unlocked = testEvent('identity', 'bindery.account.unlocked.v1', accountId, {
      accountId,
      at: '2026-01-01T00:00:00.000Z',
    });
    await service.deliver(passwordChanged(accountId), unlocked);
    await service.sendAll();
    expect(await kinds()).toEqual(['PASSWORD_CHANGED']);
    expect(messages()).toEqual([expect.stringContaining('Your account is unlocked with it.')]);
  });

  it('is one: a login on a new device, and an account that is opened', async () => {
    const started = testEvent('identity', 'bindery.account.session-started.v1', accountId, {
      accountId,
      sessionId: newId('session'),
      deviceId: newId('device'),
      newDevice: true,
      at: '2026-01-01T00:00:01.000Z',
    });
    await service.deliver(registered(accountId), started);
    await service.sendAll();
    expect(await kinds()).toEqual(['WELCOME', 'NEW_DEVICE']);
    expect(messages()).toEqual([expect.stringContaining('on a new device')]);
  });

  it('is one: our own people hold a card that is on two devices, whichever is told first', async () => {
    const held = (cardId: Id<'card'>, since: string, second: number) =>
      bindingEvent('bindery.binding.held.v1', accountId, {
        ...{ cardId, bindingId: newId('binding'), actor: 'RISK', to: 'BOUND', status: 'SUSPENDED' },
        holds: [{ owner: 'RISK', reason: 'SECURITY_CHECK', since: `2026-01-01T00:00:0${since}.000Z` }],
        at: `2026-01-01T00:00:0${second}.000Z`,
      });
    const cardId = newId('card');
    for (const order of orders(['here', 'there', 'paysNow'] as const)) {
      accountId = newId('account');
      const events: Record<(typeof order)[number], AnyEvent> = {
        here: held(cardId, '1', 2),
        there: held(cardId, '1', 3),
        paysNow: defaultChanged(accountId, undefined, '2026-01-01T00:00:03.000Z'),
      };
      const told = order.map((name) => events[name]);
      await service.deliver(...told, ...told);
      await service.query("UPDATE recipient SET locale = 'en' WHERE account_id = $1", [accountId]);
      const [entry, ...others] = await readInbox();
      expect(others).toEqual([]);
      expect(entry).toMatchObject({ kind: 'CARD_HELD', body: expect.stringContaining('by our security check') });
      expect(entry?.body).toContain('No card of yours pays by default now.');
    }
    accountId = newId('account');
    await service.deliver(
      ...[held(cardId, '1', 2), held(cardId, '1', 3), held(cardId, '4', 4), held(newId('card'), '4', 4)],
    );
    expect(await kinds()).toEqual(['CARD_HELD', 'CARD_HELD', 'CARD_HELD']);
  });

  it('goes to a phone that becomes known later once, too', async () => {
    accountId = newId('account');
    phone = `+86138${String(10_000_000 + ++numbers)}`;
    const { consent, bound, paysAt, cardId } = journey();
    await service.deliver(consent, bound, paysAt(1, cardId), await confirmed(accountId, phone, contactKeys));
    await service.sendAll();
    expect(messages()).toHaveLength(1);
  });
});
