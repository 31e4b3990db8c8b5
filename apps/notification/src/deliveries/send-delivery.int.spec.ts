import { newId, TestClock, type Id } from '@bindery/kernel';
import { confirmed, passwordChanged, registered, unbound } from '../testing/test-events';
import { contactKeys, startTestService, type TestService } from '../testing/test-service';

const phone = '+8613800004321';
const clock = new TestClock();
let service: TestService;
let accountId: Id<'account'>;

beforeAll(async () => {
  service = await startTestService({ clock });
});
afterAll(() => service.stop());
beforeEach(async () => {
  service.carrier.mood = 'well';
  service.carrier.state = 'DELIVERED';
  accountId = newId('account');
  await service.deliver(registered(accountId), await confirmed(accountId, phone, contactKeys));
});

const smsOf = async () => {
  const [row] = await service.query<{ id: Id<'delivery'>; state: string; cause: string | null; attempts: number }>(
    "SELECT delivery.id, state, cause, attempts FROM delivery JOIN notification n ON n.id = notification_id WHERE account_id = $1 AND channel = 'SMS'",
    [accountId],
  );
  if (!row) throw new Error('no SMS was planned');
  return row;
};
const carried = async () => {
  const { id } = await smsOf();
  return service.carrier.messages.filter(({ key }) => key === id);
};

describe('sendDelivery', () => {
  it('sends a critical alert by SMS, signed and in the language of the account, and learns that it arrived', async () => {
    await service.deliver(unbound(accountId, { restorableUntil: '2026-04-06T00:00:00.000Z' }));
    await service.sendAll();
    expect((await smsOf()).state).toBe('SENT');
    const [message] = await carried();
    expect(message?.to).toBe(phone);
    expect(message?.text).toMatch(
      /^Bindery: Your Seaside Bank card was taken off on Jan 1, 2026.*08:00.*No fee was charged\. You can restore it in the app until Apr 6, 2026, 08:00 AM GMT\+8/,
    );
    await service.checkAll();
    expect((await smsOf()).state).toBe('DELIVERED');
  });

  it('delivers once when the carrier is down for two sends and then up', async () => {
    await service.deliver(passwordChanged(accountId));
    service.carrier.mood = 'down';
    await service.sendAll();
    await service.sendAll();
    expect(await smsOf()).toMatchObject({ state: 'QUEUED', cause: 'CARRIER_UNAVAILABLE', attempts: 2 });
    service.carrier.mood = 'well';
    await service.sendAll();
    await service.checkAll();
    expect(await smsOf()).toMatchObject({ state: 'DELIVERED', attempts: 3 });
    expect(await carried()).toHaveLength(1);
  });

  it('is taken up again after a crash between claim and send, when the claim has run out', async () => {
    await service.deliver(passwordChanged(accountId));
    const { id } = await smsOf();
    const claimedUntil = new Date(clock.now().getTime() + 30_000);
    await service.query("UPDATE delivery SET state = 'SENDING', attempts = 1, claimed_until = $2 WHERE id = $1", [
      id,
      claimedUntil,
    ]);
    await service.send(id);
    expect(await smsOf()).toMatchObject({ state: 'SENDING', attempts: 1 });
    const [job] = await service.query<{ run_at: Date }>('SELECT run_at FROM graphile_worker.jobs WHERE key = $1', [
      `send ${id}`,
    ]);
    expect(job?.run_at).toEqual(claimedUntil);
    clock.advance(30_000);
    await service.send(id);
    expect(await smsOf()).toMatchObject({ state: 'SENT', attempts: 2 });
    expect(await carried()).toHaveLength(1);
  });

  it('reaches the carrier once when the answer to a send was lost', async () => {
    await service.deliver(passwordChanged(accountId));
    service.carrier.mood = 'loses-answers';
    await service.sendAll();
    expect(await smsOf()).toMatchObject({ state: 'QUEUED', cause: 'CARRIER_UNAVAILABLE' });
    service.carrier.mood = 'well';
    const sendsBefore = service.carrier.sends;
    await service.sendAll();
    expect(service.carrier.sends).toBe(sendsBefore + 1);
    expect((await smsOf()).state).toBe('SENT');
    expect(await carried()).toHaveLength(1);
  });

  it('reaches the carrier once when the process died after the send and before the record', async () => {
    await service.deliver(passwordChanged(accountId));
    const { id } = await smsOf();
    await expect(service.sendAndDie(id)).rejects.toThrow('died');
    expect(await smsOf()).toMatchObject({ state: 'SENDING', attempts: 1 });
    expect(await carried()).toHaveLength(1);
    clock.advance(30_000);
    const sendsBefore = service.carrier.sends;
    await service.send(id);
    expect(service.carrier.sends).toBe(sendsBefore + 1);
    expect(await smsOf()).toMatchObject({ state: 'SENT', attempts: 2 });
    expect(await carried()).toHaveLength(1);
  });

  it('lets a claim that ran out record nothing over the one that took its place', async () => {
    await service.deliver(passwordChanged(accountId));
    const { id } = await smsOf();
    await service.sendAndDie(id).catch(() => undefined);
    clock.advance(30_000);
    await service.send(id);
    const late = { state: 'FAILED', cause: 'CARRIER_TIMEOUT' } as const;
    expect(await service.endClaim({ id, attempts: 1 }, late)).toBe(false);
    expect((await smsOf()).state).toBe('SENT');
  });

  it('repeats a send of unknown outcome word by word, though the account changed its language in between', async () => {
    await service.deliver(passwordChanged(accountId));
    service.carrier.mood = 'loses-answers';
    await service.sendAll();
    await service.query("UPDATE recipient SET locale = 'zh-CN' WHERE account_id = $1", [accountId]);
    service.carrier.mood = 'well';
    await service.sendAll();
    await service.checkAll();
    // Known to the carrier under its key: with other words it would have been refused, and nobody could ask for it.
    expect((await smsOf()).state).toBe('DELIVERED');
    expect((await carried())[0]?.text).toMatch(/^Bindery: The password/);
  });

  it('counts a message as sent that the carrier has under this key in other words, after a release changed ours', async () => {
    await service.deliver(passwordChanged(accountId));
    service.carrier.mood = 'loses-answers';
    await service.sendAll();
    await service.queryAsOwner(
      "UPDATE notification SET words = 'ACCOUNT_UNLOCKED' WHERE account_id = $1 AND kind = 'PASSWORD_CHANGED'",
      [accountId],
    );
    service.carrier.mood = 'well';
    await service.sendAll();
    await service.checkAll();
    expect((await smsOf()).state).toBe('SENT');
    expect(await carried()).toHaveLength(1);
  });

  it('claims once when fifty jobs want to send the same delivery', async () => {
    await service.deliver(passwordChanged(accountId));
    const { id } = await smsOf();
    const sendsBefore = service.carrier.sends;
    await Promise.all(Array.from({ length: 50 }, () => service.send(id)));
    expect(service.carrier.sends).toBe(sendsBefore + 1);
    expect(await smsOf()).toMatchObject({ state: 'SENT', attempts: 1 });
  });

  it('fails for good when the carrier refuses the number, and says so in an event', async () => {
    await service.deliver(passwordChanged(accountId));
    service.carrier.mood = 'refuses';
    await service.sendAll();
    expect(await smsOf()).toMatchObject({ state: 'FAILED', cause: 'NUMBER_NOT_ACCEPTED' });
    const [event] = await service.query<{ value: string }>(
      "SELECT value FROM outbox_events WHERE headers->>'ce_type' = 'bindery.notification.failed.v1' AND value LIKE '%' || $1 || '%'",
      [accountId],
    );
    expect(JSON.parse(event?.value ?? '{}')).toMatchObject({ accountId, channel: 'SMS', cause: 'NUMBER_NOT_ACCEPTED' });
  });

  it('fails when the carrier says later that it could not deliver', async () => {
    await service.deliver(passwordChanged(accountId));
    await service.sendAll();
    service.carrier.state = 'FAILED';
    await service.checkAll();
    expect(await smsOf()).toMatchObject({ state: 'FAILED', cause: 'CARRIER_FAILED' });
  });

  it.each(['+19002345678', '+881612345678', '+861088888888'])(
    'sends nothing to %s, which is no mobile phone of a country that is served, whenever it was confirmed',
    async (phone) => {
      accountId = newId('account');
      await service.deliver(await confirmed(accountId, phone, contactKeys), passwordChanged(accountId));
      const sendsBefore = service.carrier.sends;
      await service.sendAll();
      expect(await smsOf()).toMatchObject({ state: 'FAILED', cause: 'NUMBER_NOT_SERVED' });
      expect(service.carrier.sends).toBe(sendsBefore);
    },
  );

  it('sends nothing to a contact whose key was destroyed', async () => {
    await service.queryAsOwner(
      "UPDATE contact_point SET sealed_address = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIiwia2lkIjoiZ29uZSJ9..a.b.c' WHERE account_id = $1",
      [accountId],
    );
    await service.deliver(passwordChanged(accountId));
    await service.sendAll();
    expect(await smsOf()).toMatchObject({ state: 'FAILED', cause: 'CONTACT_ERASED' });
  });
});
