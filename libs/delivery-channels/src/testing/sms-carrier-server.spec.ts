import { createSmsCarrier } from '../sms-carrier';
import { startSmsCarrierServer, type SmsCarrierServer } from './sms-carrier-server';

describe('the carrier of tests', () => {
  let server: SmsCarrierServer;
  beforeEach(async () => void (server = await startSmsCarrierServer()));
  afterEach(() => server.close());

  const sms = { to: '+8613800000001', text: '验证码 123456', idempotencyKey: 'notification_1' };
  const client = (key = server.key) => createSmsCarrier({ baseUrl: server.url, key, isServed: () => true });

  it('takes a message once for its key and says where it is', async () => {
    const first = await client().send(sms);
    expect(first).toEqual({ ok: true, value: { messageId: 'sms_1', state: 'ACCEPTED' } });
    expect(await client().send(sms)).toEqual(first);
    expect([server.sends, server.messages]).toEqual([
      2,
      [{ id: 'sms_1', key: 'notification_1', to: sms.to, text: sms.text }],
    ]);
    server.state = 'FAILED';
    expect(await client().readState('sms_1')).toMatchObject({ ok: true, value: { state: 'FAILED' } });
  });

  it('refuses what the carrier refuses', async () => {
    await client().send(sms);
    expect(await client('another').send(sms)).toEqual({ ok: false, error: { kind: 'KEY_REFUSED' } });
    expect(await client().send({ ...sms, text: 'other' })).toEqual({
      ok: false,
      error: { kind: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(await client().readState('sms_2')).toEqual({ ok: false, error: { kind: 'MESSAGE_UNKNOWN' } });
  });

  it('is out of order, or loses one answer to a message that it took, as told', async () => {
    server.mood = 'down';
    expect(await client().send(sms)).toMatchObject({ ok: false, error: { kind: 'CARRIER_UNAVAILABLE' } });
    expect(server.messages).toEqual([]);
    server.mood = 'loses-one-answer';
    expect(await client().send(sms)).toMatchObject({ ok: false, error: { kind: 'CARRIER_UNAVAILABLE' } });
    expect(await client().send(sms)).toMatchObject({ ok: true, value: { messageId: 'sms_1' } });
    expect(server.messages).toHaveLength(1);
  });
});
