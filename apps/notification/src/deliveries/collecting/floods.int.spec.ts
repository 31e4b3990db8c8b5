import { TestClock, newId, type Id } from '@bindery/kernel';
import { confirmed, defaultChanged, passwordChanged, testEvent, unbound } from '../../testing/test-events';
import { contactKeys, startTestService, type TestService } from '../../testing/test-service';

const clock = new TestClock(new Date('2026-02-01T00:00:00Z'));
let service: TestService;
let accountId: Id<'account'>;

beforeAll(async () => void (service = await startTestService({ clock, env: { MESSAGES_PER_COUNTRY_PER_HOUR: '15' } })));
afterAll(() => service.stop());
beforeEach(() => {
  // What was spent before is of another hour.
  clock.advance(60 * 60_000);
  accountId = newId('account');
});

async function reachedAt(...addresses: string[]) {
  for (const address of addresses)
    await service.deliver(await confirmed(accountId, address, contactKeys, '2025-01-01T00:00:00.000Z'));
  await service.query("UPDATE recipient SET locale = 'en' WHERE account_id = $1", [accountId]);
}
const now = () => clock.now().toISOString();
const smsTo = (phone: string) => service.carrier.messages.filter(({ to }) => to === phone).map(({ text }) => text);
const mailsTo = (address: string) => service.mail.mails.filter(({ to }) => to === address).map(({ raw }) => raw);
const states = async (channel: string) =>
  (
    await service.query<{ state: string }>(
      'SELECT state FROM delivery JOIN notification n ON n.id = notification_id WHERE account_id = $1 AND channel = $2 ORDER BY delivery.id',
      [accountId, channel],
    )
  ).map(({ state }) => state);
const eventsOf = (action: string) =>
  service.log.filter((line) => line.includes(`"${action}"`)).map((line): unknown => JSON.parse(line));
const countOf = async (channel: string, state: string) => (await states(channel)).filter((one) => one === state).length;

describe('a flood of alerts', () => {
  it('ends with a message that says so; all are in the inbox, and an hour later they leave again', async () => {
    const phone = '+8613800000001';
    await reachedAt(phone);
    for (let n = 0; n < 14; n++) {
      await service.deliver(passwordChanged(accountId, now()));
      await service.sendAll();
    }
    expect(smsTo(phone)).toHaveLength(5);
    expect(smsTo(phone).filter((text) => text.includes('more may be shown in the app only'))).toEqual([
      smsTo(phone).at(-1),
    ]);
    expect(await countOf('INBOX', 'DELIVERED')).toBe(14);
    expect(await states('SMS')).toEqual(Array.from({ length: 14 }, () => 'SENT'));
    service.carrier.state = 'DELIVERED';
    await service.checkAll();
    expect(await countOf('SMS', 'DELIVERED')).toBe(14);

    clock.advance(60 * 60_000);
    await service.deliver(passwordChanged(accountId, now()));
    await service.sendAll();
    expect(smsTo(phone)).toHaveLength(6);
    expect(smsTo(phone).at(-1)).not.toContain('more may be shown');
  });

  it('of one kind silences no other: that a card is taken off is told at once', async () => {
    const phone = '+8613800000009';
    await reachedAt(phone);
    const started = () =>
      testEvent('identity', 'bindery.account.session-started.v1', accountId, {
        accountId,
        sessionId: newId('session'),
        deviceId: newId('device'),
        newDevice: true,
        at: now(),
      });
    await service.deliver(...Array.from({ length: 30 }, started));
    await service.sendAll();
    await service.sendAll();
    await service.deliver(unbound(accountId, { at: now() }));
    await service.sendAll();
    expect(smsTo(phone)).toHaveLength(6);
    expect(smsTo(phone).at(-1)).toContain('was taken off');
    // As others still come, none may have said that it was the last one.
    expect(smsTo(phone).filter((text) => /\blast\b/.test(text))).toEqual([]);
  });

  it('ends so too when fifty come and are sent at once', async () => {
    const phone = '+8613800000002';
    await reachedAt(phone);
    await service.deliver(...Array.from({ length: 50 }, () => passwordChanged(accountId, now())));
    await service.sendAll();
    await service.sendAll();
    expect(smsTo(phone)).toHaveLength(5);
    expect(smsTo(phone).filter((text) => text.includes('more may be shown in the app only'))).toHaveLength(1);
    expect(await countOf('INBOX', 'DELIVERED')).toBe(50);
  });
});

describe('a flood of notices', () => {
  it('is one message that says how many and since when, and the next comes a quarter of an hour later', async () => {
    const address = 'anna@example.com';
    await reachedAt('+8613800000003', address);
    const since = now();
    for (let n = 0; n < 5; n++) {
      await service.deliver(defaultChanged(accountId, newId('card'), now()));
      clock.advance(1_000);
    }
    await service.sendAll();
    expect(mailsTo(address)).toHaveLength(1);
    expect(mailsTo(address)[0]?.replace(/=\r?\n/g, '')).toMatch(/There were 5 changes to your account and cards since/);
    expect(since).toBeTruthy();
    expect(await states('EMAIL')).toEqual(Array.from({ length: 5 }, () => 'SENT'));

    for (let n = 0; n < 3; n++) await service.deliver(defaultChanged(accountId, newId('card'), now()));
    await service.sendAll();
    expect(mailsTo(address)).toHaveLength(1);
    clock.advance(15 * 60_000);
    await service.sendAll();
    expect(mailsTo(address)).toHaveLength(2);
    expect(mailsTo(address)[1]?.replace(/=\r?\n/g, '')).toContain('There were 3 changes');
    expect(await countOf('INBOX', 'DELIVERED')).toBe(8);
  });
});

describe('what all messages cost', () => {
  it('has a bound for an hour: what is above waits, is counted and logged, and leaves later', async () => {
    const phones = Array.from({ length: 20 }, (_, n) => `+86138000001${String(n).padStart(2, '0')}`);
    for (const phone of phones) {
      accountId = newId('account');
      await reachedAt(phone);
      await service.deliver(passwordChanged(accountId, now()));
    }
    await service.sendAll();
    const sent = () => phones.filter((phone) => smsTo(phone).length > 0).length;
    expect(sent()).toBe(15);
    expect(service.log.filter((line) => line.includes('held back'))).toHaveLength(5);
    expect(service.log.join('')).not.toContain('1380000');
    expect(eventsOf('abuse-budget-spent')[0]).toMatchObject({ 'labels.budget': 'message.spend/COUNTRY' });
    clock.advance(60 * 60_000);
    await service.sendAll();
    expect(sent()).toBe(20);
  });
});
