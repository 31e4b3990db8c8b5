import { randomUUID } from 'node:crypto';
import { openContact, readContactKeys } from '@bindery/trust';
import { eventsOf, logInInput, mutate, newHolder, newPhone, password, registration, signIn } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

const contactKeys = JSON.stringify({ only: Buffer.alloc(32, 5).toString('base64') });
let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity({ CONTACT_KEYS: contactKeys })));
afterAll(() => service.stop());

describe('events of an account', () => {
  it('tell what happened, in order, and carry the contact sealed', async () => {
    const { phone, viewer } = await newHolder(service);
    await mutate(service, 'endSession', { sessionId: viewer.sessionId }, viewer);
    const events = await eventsOf(service, viewer.accountId);
    expect(events.map(({ type }) => type.slice('bindery.account.'.length))).toEqual([
      'registered.v1',
      'contact-point-confirmed.v1',
      'device-registered.v1',
      'session-started.v1',
      'session-ended.v1',
    ]);
    expect(events[2]?.data).toMatchObject({ deviceId: viewer.deviceId, platform: 'IOS', clientApp: 'wallet-ios' });
    expect(await openContact(String(events[1]?.data.sealedAddress), readContactKeys(contactKeys))).toBe(phone);
  });

  it('are numbered without a gap when much happens at once', async () => {
    const { phone, viewer } = await newHolder(service);
    const others = await Promise.all([signIn(service, phone), signIn(service, phone), signIn(service, phone)]);
    await Promise.all(
      [
        ...others.map((other) => mutate(service, 'endSession', { sessionId: other.viewer.sessionId }, viewer)),
        signIn(service, phone),
        mutate(service, 'endOtherSessions', {}, viewer),
        mutate(service, 'resetPassword', {
          phone,
          newPassword: 'nine quiet lanterns drift',
          proof: await service.proofOf('RESET_PASSWORD', phone),
        }),
      ].map((act) => (act as Promise<unknown>).catch(() => undefined)),
    );
    const sequences = (await eventsOf(service, viewer.accountId)).map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
    expect(await service.sql('SELECT version FROM account WHERE id = $1', [viewer.accountId])).toEqual([
      { version: sequences.length },
    ]);
  });

  it('are not written when the act is undone', async () => {
    const phone = newPhone();
    const forms = await Promise.all([
      registration(service, phone),
      registration(service, phone),
      registration(service, phone),
    ]);
    await Promise.all(forms.map((form) => mutate(service, 'register', form)));
    const registered = await service.sql<{ key: string }>(
      "SELECT key FROM outbox_events WHERE headers->>'ce_type' = 'bindery.account.registered.v1'",
    );
    const accounts = await service.sql('SELECT id FROM account');
    expect(registered).toHaveLength(accounts.length);
  });
});

describe('what is at rest and in the log', () => {
  it('holds no phone, password or token', async () => {
    const phone = newPhone();
    const key = randomUUID();
    await mutate(service, 'register', { ...(await registration(service, phone)), idempotencyKey: key });
    const { accessToken, refreshToken } = await mutate(service, 'logIn', logInInput(phone));
    await mutate(service, 'refreshSession', { refreshToken });
    await mutate(service, 'logIn', logInInput(phone, { password: 'seven red kettles hum' }));
    const tables = await service.sql<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
    );
    const dumps = await Promise.all(tables.map(({ name }) => service.sql(`SELECT * FROM "${name}"`)));
    const everything = JSON.stringify(dumps) + service.logged();
    expect(everything).toContain(key);
    const secrets = [
      phone.slice(1),
      phone.slice(3),
      password,
      'seven red kettles hum',
      accessToken,
      refreshToken?.split('.')[2],
    ];
    for (const secret of secrets) expect(everything).not.toContain(secret);
  });
});
