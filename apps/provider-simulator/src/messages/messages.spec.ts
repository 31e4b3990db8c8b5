import { createMailer, createSmsCarrier } from '@bindery/delivery-channels';
import { unwrap } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { carrierKey, startWorld, type World } from '../testing/start-world';

describe('SMS carrier', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  beforeEach(() => world.plain('DELETE', '/faults'));
  afterAll(() => world.stop());

  const carrier = (key = carrierKey, patience: { readonly timeoutMs?: number } = {}) =>
    createSmsCarrier({ baseUrl: world.url, key, isServed: () => true, ...patience });
  const sms = (idempotencyKey: string, to = '+8613800000001') => ({
    to,
    text: `code for ${idempotencyKey}`,
    idempotencyKey,
  });
  const order = (fault: object) => world.plain('PUT', '/faults', { provider: 'sms-carrier', ...fault });
  const stateOf = async (idempotencyKey: string, to?: string) => {
    const { messageId } = unwrap(await carrier().send(sms(idempotencyKey, to)));
    return async () => unwrap(await carrier().readState(messageId)).state;
  };

  it('accepts, then delivers', async () => {
    const sent = unwrap(await carrier().send(sms('k-1')));
    expect(sent).toEqual({ messageId: expect.stringMatching(/^sms_/), state: 'ACCEPTED' });
    await eventually(async () =>
      expect(unwrap(await carrier().readState(sent.messageId))).toEqual({ state: 'DELIVERED', at: expect.any(Date) }),
    );
  });

  it('fails for a number nobody answers', async () => {
    const state = await stateOf('k-2', '+8613800000000');
    await eventually(async () => expect(await state()).toBe('FAILED'));
  });

  it('sends one message for one key, however often and at once it is asked', async () => {
    const sent = await Promise.all(Array.from({ length: 20 }, () => carrier().send(sms('k-3'))));
    expect(new Set(sent.map((each) => JSON.stringify(each))).size).toBe(1);
    const { messages } = (await world.plain('GET', '/messages?to=%2B8613800000001&channel=SMS')).body;
    expect(messages.filter(({ text }: { text: string }) => text === 'code for k-3')).toHaveLength(1);
    expect(await carrier().send({ ...sms('k-3'), text: 'other' })).toEqual({
      ok: false,
      error: { kind: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('refuses a wrong key, a number that is not E.164, and a message nobody sent', async () => {
    expect(await carrier('wrong-key-of-some-length').send(sms('k-4'))).toEqual({
      ok: false,
      error: { kind: 'KEY_REFUSED' },
    });
    expect(await carrier('wrong-key-of-some-length').readState('sms_1')).toEqual({
      ok: false,
      error: { kind: 'KEY_REFUSED' },
    });
    expect(await carrier().send(sms('k-4', '13800000001'))).toEqual({
      ok: false,
      error: { kind: 'NUMBER_NOT_ACCEPTED' },
    });
    expect(await carrier().readState('sms_1')).toEqual({ ok: false, error: { kind: 'MESSAGE_UNKNOWN' } });
  });

  it('misbehaves to order: broken, hanging, never delivering, failing', async () => {
    await order({ mode: 'error', times: 1 });
    expect(await carrier().send(sms('k-5'))).toMatchObject({ ok: false, error: { kind: 'CARRIER_UNAVAILABLE' } });
    await order({ mode: 'timeout-then-success', times: 1 });
    const impatient = carrier(carrierKey, { timeoutMs: 500 });
    expect(await impatient.send(sms('k-5'))).toEqual({ ok: false, error: { kind: 'CARRIER_TIMEOUT' } });
    expect(await carrier().send(sms('k-5'))).toMatchObject({ ok: true });
    await order({ mode: 'never', times: 1 });
    const stuck = await stateOf('k-6');
    await order({ mode: 'refuse', times: 1 });
    const failing = await stateOf('k-7');
    await eventually(async () => expect(await failing()).toBe('FAILED'));
    expect(await stuck()).toBe('ACCEPTED');
  });
});

describe('mail catcher', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());

  it('catches a mail with its words in both forms, in any script', async () => {
    const mailer = createMailer({ url: `smtp://127.0.0.1:${world.smtpPort}`, from: '卡包 <no-reply@bindery.example>' });
    const text = `您的卡片已解绑。\n${'这一行很长。'.repeat(40)}\n.\nThe end = here.`;
    const subject = '安全提醒：您的银行卡已从这部手机上解绑，如非本人操作请立即申诉 <script>';
    const sent = await mailer.send({
      to: 'li@example.com',
      subject,
      text,
      html: `<p>${text}</p>`,
      idempotencyKey: 'k-1',
    });
    mailer.close();
    expect(sent).toMatchObject({ ok: true });
    const { messages } = (await world.plain('GET', '/messages?channel=EMAIL&to=li%40example.com&limit=1')).body;
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      channel: 'EMAIL',
      to: 'li@example.com',
      subject,
      from: '卡包 <no-reply@bindery.example>',
    });
    expect(messages[0].text.replaceAll('\r\n', '\n').trim()).toBe(text);
    expect(messages[0].html.replaceAll('\r\n', '\n').trim()).toBe(`<p>${text}</p>`);
  });

  it('refuses a mail larger than any notification', async () => {
    const mailer = createMailer({ url: `smtp://127.0.0.1:${world.smtpPort}`, from: 'no-reply@bindery.example' });
    expect(
      await mailer.send({ to: 'big@example.com', subject: 'big', text: 'x'.repeat(1_500_000), idempotencyKey: 'k-2' }),
    ).toMatchObject({ ok: false });
    mailer.close();
    expect((await world.plain('GET', '/messages?to=big%40example.com')).body.messages).toEqual([]);
  });

  it('lists the newest first and as many as asked for', async () => {
    const headers = (key: string) => ({ authorization: `Bearer ${carrierKey}`, 'idempotency-key': key });
    for (const text of ['first', 'second', 'third'])
      await world.plain('POST', '/sms/messages', { to: '+8613800000009', text }, headers(text));
    const texts = (await world.plain('GET', '/messages?to=%2B8613800000009&limit=2')).body.messages.map(
      (message: { text: string }) => message.text,
    );
    expect(texts).toEqual(['third', 'second']);
    for (const query of ['limit=0', 'limit=201', 'channel=PIGEON'])
      expect(await world.plain('GET', `/messages?${query}`)).toMatchObject({ status: 400 });
  });
});
