import Fastify from 'fastify';
import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { TestClock } from '@bindery/kernel';
import { makeAppleWalletKeys, type AppleWalletKeys } from '@bindery/simulated-world';
import { createHolds } from '../../http/holds';
import type { Phone } from '../../records/phone';
import { openState, type SimulatorState } from '../../state/simulator-state';
import { registerApnsRoute } from './apns.route';

const clock = new TestClock(new Date('2026-12-01T00:00:00Z'));
const phone: Phone = { name: 'mei', deviceLibraryId: 'd', pushToken: 'f'.repeat(64), lastUpdated: {}, passes: [] };

describe('the push service outside', () => {
  let keys: AppleWalletKeys;
  let state: SimulatorState;
  const app = Fastify();
  const wake = jest.fn(async () => undefined);
  const fault = { mode: undefined as 'never' | 'twice' | 'error' | undefined };
  beforeAll(async () => {
    keys = await makeAppleWalletKeys();
    state = await openState(undefined);
    state.phones.put('mei', phone);
    const faults = { take: () => fault.mode && { provider: 'x', mode: fault.mode, delayMs: 0 } };
    registerApnsRoute(app, {
      provider: 'apple-wallet',
      keys: keys.provider,
      state,
      wallets: { wake } as never,
      faults: faults as never,
      holds: createHolds(),
      clock,
    });
  }, 60_000);
  afterAll(() => app.close());
  beforeEach(() => {
    wake.mockClear();
    fault.mode = undefined;
  });

  const token = ({
    key = keys.platform.pushKey,
    kid = keys.platform.pushKeyId,
    iss = keys.platform.teamIdentifier,
    ageS = 0,
  } = {}) =>
    new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(iss)
      .setIssuedAt(clock.now().getTime() / 1000 - ageS)
      .sign(createPrivateKey(key));
  async function push({
    to = phone.pushToken,
    authorization,
    topic = keys.platform.passTypeIdentifier,
  }: { to?: string; authorization?: string; topic?: string | null } = {}) {
    const headers = {
      authorization: authorization ?? `bearer ${await token()}`,
      ...(topic !== null && { 'apns-topic': topic }),
      'content-type': 'application/json',
    };
    const answer = await app.inject({ method: 'POST', url: `/3/device/${to}`, headers, payload: '{}' });
    return [answer.statusCode, answer.body === '' ? undefined : answer.json().reason];
  }
  /** What was put into the same turn has been done. */
  const turn = () => new Promise((done) => setTimeout(done, 20));

  it('wakes the phone of the token', async () => {
    expect(await push()).toEqual([200, undefined]);
    await turn();
    expect(wake.mock.calls).toEqual([['mei']]);
  });

  it('refuses senders as Apple’s does', async () => {
    const stranger = await makeAppleWalletKeys();
    const asks: [string, unknown[]][] = [
      ['none', [403, 'MissingProviderToken']],
      [`bearer ${await token({ key: stranger.platform.pushKey })}`, [403, 'InvalidProviderToken']],
      [`bearer ${await token({ kid: 'ANOTHERKEY' })}`, [403, 'InvalidProviderToken']],
      [`bearer ${await token({ iss: 'ANOTHER001' })}`, [403, 'InvalidProviderToken']],
      [`bearer ${await token({ ageS: 2 * 60 * 60 })}`, [403, 'ExpiredProviderToken']],
    ];
    for (const [authorization, expected] of asks) expect(await push({ authorization })).toEqual(expected);
    expect(await push({ topic: 'pass.other' })).toEqual([400, 'TopicDisallowed']);
    expect(await push({ topic: null })).toEqual([400, 'MissingTopic']);
    expect(wake).not.toHaveBeenCalled();
  }, 60_000);

  it('says of a token that there is not that it is bad, and of a phone that is gone since when', async () => {
    expect(await push({ to: 'e'.repeat(64) })).toEqual([400, 'BadDeviceToken']);
    state.phones.put('gone', {
      ...phone,
      name: 'gone',
      pushToken: 'a'.repeat(64),
      erasedAt: '2026-11-30T00:00:00.000Z',
    });
    expect(await push({ to: 'a'.repeat(64) })).toEqual([410, 'Unregistered']);
  });

  it('takes a push and never delivers it, delivers it twice, or fails, as ordered', async () => {
    fault.mode = 'never';
    expect(await push()).toEqual([200, undefined]);
    await turn();
    expect(wake).not.toHaveBeenCalled();
    fault.mode = 'twice';
    await push();
    await turn();
    expect(wake).toHaveBeenCalledTimes(2);
    fault.mode = 'error';
    expect((await push())[0]).toBe(500);
  });
});
