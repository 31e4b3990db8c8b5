import { openContact, readContactKeys } from '@bindery/trust';
import { addressKnownMs } from './known-address.rules';
import { eventsOf, logInInput, mutate, newHolder, signIn } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

const CONTACT_KEYS = JSON.stringify({ first: Buffer.alloc(32, 7).toString('base64') });
let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity({ CONTACT_KEYS })));
afterAll(() => service.stop());

let installations = 0;
/** In which lane a wrong password of an installation that nobody knows is counted. */
async function laneAt(phone: string, clientAddress: string): Promise<string | undefined> {
  const device = { name: 'x', platform: 'IOS', installationId: `unknown-${++installations}` };
  await mutate(service, 'logIn', logInInput(phone, { device, password: 'wrong' }), undefined, clientAddress);
  const [row] = await service.sql<{ act: string }>(
    "SELECT act FROM abuse_ledger WHERE act IN ('logIn.address', 'logIn.stranger') ORDER BY position DESC LIMIT 1",
  );
  return row?.act;
}

describe('addresses that an account is known from', () => {
  it('are those of a login, a refresh and a reset, for ninety days, and of no other account', async () => {
    const [{ phone, refreshToken }, other] = [await newHolder(service), await newHolder(service)];
    expect(await laneAt(phone, '127.0.0.1')).toBe('logIn.address');
    for (const place of ['203.0.113.1', '203.0.113.2', '2001:db8:1:2::3'])
      expect(await laneAt(phone, place)).toBe('logIn.stranger');
    await mutate(service, 'logIn', logInInput(phone), undefined, '203.0.113.1');
    await mutate(service, 'refreshSession', { refreshToken }, undefined, '203.0.113.2');
    const proof = await service.proofOf('RESET_PASSWORD', phone);
    const newPassword = 'nine quiet lanterns drift';
    await mutate(service, 'resetPassword', { phone, newPassword, proof }, undefined, '2001:db8:1:2::3');
    // Of an IPv6 address its network is known.
    for (const place of ['203.0.113.1', '203.0.113.2', '2001:db8:1:2::ffff'])
      expect(await laneAt(phone, place)).toBe('logIn.address');
    expect(await laneAt(other.phone, '203.0.113.1')).toBe('logIn.stranger');
    service.clock.advance(addressKnownMs);
    expect(await laneAt(phone, '2001:db8:1:2::3')).toBe('logIn.stranger');
  });

  it('are in no table in clear, and sealed in the event that tells the others', async () => {
    const { phone, viewer } = await newHolder(service);
    await signIn(service, phone);
    await mutate(service, 'logIn', logInInput(phone), undefined, '203.0.113.99');
    const started = (await eventsOf(service, viewer.accountId)).filter(
      ({ type }) => type === 'bindery.account.session-started.v1',
    );
    const sealed = String(started.at(-1)?.data.sealedNetworkAddress);
    expect(await openContact(sealed, readContactKeys(CONTACT_KEYS))).toBe('203.0.113.99');
    const stored = [
      await service.sql('SELECT * FROM known_address'),
      await service.sql('SELECT * FROM abuse_ledger'),
      await service.sql('SELECT value FROM outbox_events'),
    ];
    expect(JSON.stringify(stored)).not.toContain('203.0.113');
  });
});
