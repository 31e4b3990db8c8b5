import { TestClock, newId, type Id } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import {
  bindingEvent,
  confirmed,
  defaultChanged,
  passwordChanged,
  registered,
  testEvent,
  unbound,
} from '../testing/test-events';
import { contactKeys, startTestService, type TestService } from '../testing/test-service';

let service: TestService;
let accountId: Id<'account'>;
const at = '2026-01-01T00:00:00.000Z';

beforeAll(async () => {
  service = await startTestService({ clock: new TestClock(new Date('2026-02-01T00:00:00Z')) });
});
afterAll(() => service.stop());
beforeEach(() => {
  accountId = newId('account');
});

const told = () =>
  service.query<{ id: string; kind: string; critical: boolean }>(
    'SELECT id, kind, critical FROM notification WHERE account_id = $1 ORDER BY id',
    [accountId],
  );
const channels = async () =>
  (
    await service.query<{ channel: string }>(
      'SELECT delivery.channel FROM delivery JOIN notification n ON n.id = notification_id WHERE account_id = $1 ORDER BY 1',
      [accountId],
    )
  ).map(({ channel }) => channel);
const held = (actor: string, owner: string) =>
  bindingEvent('bindery.binding.held.v1', accountId, {
    actor,
    to: 'BOUND',
    status: 'SUSPENDED',
    holds: [{ owner: owner as 'RISK', reason: 'SEEN_ABROAD', since: at }],
  });

describe('subscriptions', () => {
  it('tell an account once of an event that comes a hundred times at once', async () => {
    await service.deliver(registered(accountId), await confirmed(accountId, '+8613800000001', contactKeys));
    const event = unbound(accountId);
    await Promise.all(Array.from({ length: 100 }, () => service.deliver(event)));
    expect((await told()).filter(({ kind }) => kind === 'CARD_UNBOUND')).toHaveLength(1);
    expect((await channels()).filter((channel) => channel === 'SMS')).toHaveLength(1);
  });

  it('tell of each event once, in the order of the facts, when they come in the wrong order and repeated', async () => {
    const contact = await confirmed(accountId, '+8613800000002', contactKeys);
    const requested = bindingEvent('bindery.binding.unbind-requested.v1', accountId, {
      operationId: newId('operation'),
      at: '2026-01-01T00:00:01.000Z',
    });
    const done = unbound(accountId, { at: '2026-01-01T00:00:02.000Z' });
    await service.deliver(done, requested, done, contact, registered(accountId), requested, contact, done);
    expect((await told()).map(({ kind }) => kind)).toEqual(['WELCOME', 'CARD_UNBIND_REQUESTED', 'CARD_UNBOUND']);
  });

  it('do not let a producer whose clock runs ahead pin its notification to the top', async () => {
    await service.deliver(passwordChanged(accountId, '2027-01-01T00:00:00.000Z'));
    const [row] = await service.query<{ occurredAt: Date }>(
      'SELECT occurred_at AS "occurredAt" FROM notification WHERE account_id = $1',
      [accountId],
    );
    expect(row?.occurredAt).toEqual(new Date('2026-02-01T00:00:00Z'));
  });

  it('lead from an unbinding to the card, which offers to restore it while that is possible', async () => {
    await service.deliver(unbound(accountId, { restorableUntil: '2026-04-01T00:00:00.000Z' }), unbound(accountId));
    const rows = await service.query<{ action: string }>(
      'SELECT action FROM notification WHERE account_id = $1 ORDER BY action',
      [accountId],
    );
    expect(rows.map(({ action }) => action)).toEqual(['OPEN_CARD', 'OPEN_CARD']);
  });

  it('send an alert by SMS that came before the phone it goes to', async () => {
    await service.deliver(unbound(accountId));
    expect(await channels()).toEqual(['INBOX']);
    await service.deliver(await confirmed(accountId, '+8613800000003', contactKeys));
    expect(await channels()).toEqual(['INBOX', 'SMS']);
  });

  it('do not miss the SMS when the phone becomes known while the alert is being written', async () => {
    await service.deliver(registered(accountId));
    const contact = await confirmed(accountId, '+8613800000004', contactKeys);
    let keepingContact = Promise.resolve();
    await service.unitOfWork.run(async (tx) => {
      await service.handle(unbound(accountId), tx);
      keepingContact = service.deliver(contact);
      await eventually(async () => {
        const waiting = await service.query(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        );
        expect(waiting).toHaveLength(1);
      });
    });
    await keepingContact;
    expect(await channels()).toContain('SMS');
  });

  it('send no alert to a phone that was added within the hour before it (requirement 39)', async () => {
    const [first, added] = [
      await confirmed(accountId, '+8613800000005', contactKeys, '2025-06-01T00:00:00.000Z'),
      await confirmed(accountId, '+8613800000666', contactKeys, '2025-12-31T23:50:00.000Z'),
    ];
    await service.deliver(first, added, passwordChanged(accountId));
    const to = await service.query<{ id: string }>(
      "SELECT contact_point_id AS id FROM delivery JOIN notification n ON n.id = notification_id WHERE account_id = $1 AND channel = 'SMS'",
      [accountId],
    );
    expect(to.map(({ id }) => id)).toEqual([first.data.contactPointId]);
  });

  it('tell of holds that others put or lift, and leave the lock of an account to its own alert', async () => {
    await service.deliver(held('HOLDER', 'HOLDER'), held('SYSTEM', 'ACCOUNT'), held('RISK_ENGINE', 'RISK'));
    const lifted = (actor: string, owners?: ('HOLDER' | 'ACCOUNT')[]) =>
      bindingEvent('bindery.binding.hold-lifted.v1', accountId, { actor, to: 'BOUND', status: 'ACTIVE', owners });
    await service.deliver(lifted('HOLDER'), lifted('RISK_ENGINE'));
    // The holder resumes a card, or the account is unlocked, and the provider agrees.
    await service.deliver(
      lifted('PROVIDER', ['HOLDER']),
      lifted('PROVIDER', ['ACCOUNT']),
      lifted('SYSTEM', ['ACCOUNT']),
    );
    expect((await told()).map(({ kind }) => kind).sort()).toEqual(['CARD_HELD', 'CARD_HOLD_LIFTED']);
  });

  it('tell of a sign-in only on a new device, and of wrong codes only whose account is known', async () => {
    const started = (newDevice: boolean) =>
      testEvent('identity', 'bindery.account.session-started.v1', accountId, {
        accountId,
        sessionId: newId('session'),
        deviceId: newId('device'),
        newDevice,
        at,
      });
    const exhausted = (data: object) => {
      const challengeId = newId('challenge');
      return testEvent('verification', 'bindery.challenge.exhausted.v1', challengeId, {
        challengeId,
        action: 'UNBIND',
        at,
        ...data,
      });
    };
    await service.deliver(
      started(false),
      started(true),
      exhausted({}),
      exhausted({ accountId, subjectId: newId('binding') }),
    );
    expect((await told()).map(({ kind }) => kind).sort()).toEqual(['NEW_DEVICE', 'WRONG_CODES']);
  });

  it('tell of a file that can be fetched, until when in the zone that the holder has chosen, and none that is unknown', async () => {
    const zone = (timeZone: string) =>
      testEvent('identity', 'bindery.account.time-zone-changed.v1', accountId, { accountId, timeZone, at });
    const exportId = newId('usage_export');
    const ready = testEvent('binding', 'bindery.export.ready.v1', exportId, {
      exportId,
      accountId,
      format: 'CSV',
      records: 3,
      keptUntil: '2026-01-02T00:00:00.000Z',
      at,
    });
    const mail = await confirmed(accountId, 'mei@example.com', contactKeys, '2025-12-31T00:00:00.000Z');
    const inEnglish = testEvent('identity', 'bindery.account.locale-changed.v1', accountId, {
      accountId,
      locale: 'en',
      at,
    });
    await service.deliver(inEnglish, mail, zone('America/New_York'), zone('Mars/Base'), ready, ready);
    expect((await told()).filter(({ kind }) => kind === 'EXPORT_READY')).toMatchObject([{ critical: false }]);
    await service.sendAll();
    const sent = service.mail.mails.filter(({ to }) => to === 'mei@example.com');
    expect(sent.map(({ raw }) => raw.replace(/=\r\n/g, '')).join('\n')).toMatch(
      /with 3 records\. Fetch it in the app by Jan 1, 2026, 07:00 PM/,
    );
  });

  it('send notices by mail and alerts both ways', async () => {
    await service.deliver(
      await confirmed(accountId, '+8613800000007', contactKeys),
      await confirmed(accountId, 'anna@example.com', contactKeys, '2025-12-31T00:00:00.000Z'),
    );
    await service.deliver(defaultChanged(accountId, newId('card')));
    expect(await channels()).toEqual(['EMAIL', 'INBOX']);
    await service.sendAll();
    expect(service.mail.mails.at(-1)).toMatchObject({ to: 'anna@example.com' });
  });

  it('publish that a notification was queued, and that the inbox has it', async () => {
    await service.deliver(unbound(accountId));
    const events = await service.query<{ type: string }>(
      "SELECT headers->>'ce_type' AS type FROM outbox_events WHERE value LIKE '%' || $1 || '%' ORDER BY position",
      [accountId],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'bindery.notification.queued.v1',
      'bindery.notification.delivered.v1',
    ]);
  });
});
