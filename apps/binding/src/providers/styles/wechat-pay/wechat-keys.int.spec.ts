import { newId } from '@bindery/kernel';
import { makeWeChatPayKeys } from '@bindery/simulated-world';
import { eventually } from '@bindery/testing';
import { startWeChatPay, type WeChatPayInTest } from '../../../testing/start-wechat-pay';

let own: WeChatPayInTest;
beforeAll(async () => void (own = await startWeChatPay()), 60_000);
afterAll(() => own?.stop());
afterEach(() => own.afterEach());

describe('a notification of WeChat Pay', () => {
  it.each([
    ['wrong-signature', [401, 204]],
    ['unknown-key', [401, 204]],
    // The same bytes again: answered as before, and of no effect.
    ['replay', [204, 204]],
  ])('with the fault %s has one effect all the same', async (mode, statuses) => {
    await own.order({ kind: 'BIND', mode });
    const begun = await own.pending();
    own.posted.length = 0;
    await own.sign(begun.activation);
    await eventually(() => expect(own.posted.map(({ status }) => status)).toEqual(statuses));
    expect(own.confirmed(begun.operationId)).toHaveLength(1);
  });
});

describe('the keys of WeChat Pay', () => {
  /** Notifications of a contract that is signed now are taken, at the first try. */
  async function isHeard(): Promise<string> {
    own.posted.length = 0;
    const { operationId } = await own.signed();
    await eventually(() => expect(own.confirmed(operationId)).toHaveLength(1));
    expect(own.posted.map(({ status }) => status)).toEqual([204]);
    return own.posted[0]?.serial ?? '';
  }

  it('are certificates and public keys side by side, whatever signs', async () => {
    await own.user.changeKeys({ notificationsBy: 'PUBLIC_KEY' });
    expect(await isHeard()).toMatch(/^PUB_KEY_ID_/);
    await own.user.changeKeys({ notificationsBy: 'CERTIFICATE' });
    expect(await isHeard()).toMatch(/^[0-9A-F]+$/);
  });

  it('without a public key are certificates only, which are downloaded and follow a rotation', async () => {
    const connector = own.connectorWith({ platformPublicKey: undefined, platformPublicKeyId: undefined });
    expect((await own.pending(connector)).outcome).toMatchObject({ status: 'PENDING' });
    const before = await own.user.changeKeys({});
    const [newest] = await own.user.changeKeys({ rotate: true });
    expect(before).not.toContain(newest);
    // Its certificates are a moment old: a new one is asked for at most once a minute.
    const { operationId } = await own.pending();
    expect(await connector.query(operationId)).toMatchObject({ status: 'UNAVAILABLE' });
    own.setMinutesAhead(1.1);
    expect(await connector.query(operationId)).toMatchObject({ status: 'ACTIVATION_REQUIRED' });
  });

  it('of nobody we know make an answer none', async () => {
    const { platformPublicKey } = makeWeChatPayKeys().platform;
    const stranger = own.connectorWith({ platformPublicKey });
    expect(await stranger.query(newId('operation'))).toEqual({ status: 'OPERATION_UNKNOWN' });
    const { operationId } = await own.pending();
    expect(await stranger.query(operationId)).toEqual({
      status: 'UNAVAILABLE',
      detail: 'status 404, SIGNATURE_INVALID',
    });
  });

  it.each([
    ['another private key', () => ({ merchantPrivateKey: makeWeChatPayKeys().platform.merchantPrivateKey })],
    ['another merchant', () => ({ mchid: '1900000001' })],
    ['another certificate', () => ({ merchantSerial: 'AB'.repeat(20) })],
  ])('with %s nobody is answered', async (_what, changes) => {
    const stranger = own.connectorWith(changes());
    const { operationId } = await own.pending();
    expect(await stranger.query(operationId)).toEqual({ status: 'UNAVAILABLE', detail: 'status 401' });
  });

  it('four minutes of difference between the clocks are none, six are too many', async () => {
    const { operationId } = await own.pending();
    const connector = own.connectorWith({});
    for (const [minutes, expected] of [
      [4, 'ACTIVATION_REQUIRED'],
      [-4, 'ACTIVATION_REQUIRED'],
      [6, 'UNAVAILABLE'],
      [-6, 'UNAVAILABLE'],
    ] as const) {
      own.setMinutesAhead(minutes);
      expect((await connector.query(operationId)).status).toBe(expected);
    }
  });
});
