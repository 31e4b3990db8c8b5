import { Webhook } from 'standardwebhooks';
import { signPayload, verifySignature } from './signature';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const otherSecret = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const now = new Date('2026-05-01T12:00:00.900Z');
const body = '{"type":"operation.confirmed"}';
const headers = { ...signPayload(secret, 'msg_1', now, body) };
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const outcome = (changes: object, payload = body, at = now) => {
  const result = verifySignature(secret, { ...headers, ...changes }, payload, at);
  return result.ok ? result.value : result.error.kind;
};

describe('verifySignature', () => {
  it('answers the id of a message that was signed so', () => expect(outcome({})).toBe('msg_1'));

  it('agrees with the library that the providers use', () => {
    const today = new Date();
    const signed = signPayload(secret, 'msg_1', today, body);
    expect(() => new Webhook(secret).verify(body, { ...signed })).not.toThrow();
  });

  it('takes one right signature among several, while a secret is being changed', () => {
    const other = signPayload(otherSecret, 'msg_1', now, body)['webhook-signature'];
    expect(outcome({ 'webhook-signature': `${other} v1a,xyz ${headers['webhook-signature']}` })).toBe('msg_1');
  });

  it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('wants the header %s, once', (name) => {
    expect(outcome({ [name]: undefined })).toBe('SIGNATURE_REQUIRED');
    expect(outcome({ [name]: ['a', 'b'] })).toBe('SIGNATURE_REQUIRED');
  });

  it.each([
    ['another id', { 'webhook-id': 'msg_2' }],
    ['an empty id', { 'webhook-id': '' }],
    ['an id as long as a novel, though rightly signed', { ...signPayload(secret, 'm'.repeat(201), now, body) }],
    ['another second', { 'webhook-timestamp': '1777636801' }],
    ['a time that is not a number', { 'webhook-timestamp': `${headers['webhook-timestamp']}x` }],
    [
      'a signature made with another secret',
      { 'webhook-signature': signPayload(otherSecret, 'msg_1', now, body)['webhook-signature'] },
    ],
    ['a signature with one = more', { 'webhook-signature': `${headers['webhook-signature']}=` }],
    ['a signature without its =', { 'webhook-signature': headers['webhook-signature'].replace(/=+$/, '') }],
    ['a signature with a blank inside', { 'webhook-signature': headers['webhook-signature'].replace(',', ', ') }],
    ['no signature in the header', { 'webhook-signature': 'v1,' }],
    ['a signature without its version', { 'webhook-signature': headers['webhook-signature'].slice(3) }],
  ])('refuses %s', (_what, changes) => expect(outcome(changes)).toBe('SIGNATURE_INVALID'));

  it('refuses a body with one character changed', () =>
    expect(outcome({}, body.replace('confirmed', 'confirmeD'))).toBe('SIGNATURE_INVALID'));

  it('refuses what is older or newer than five minutes', () => {
    expect(outcome({}, body, minutesLater(4.98))).toBe('msg_1');
    expect(outcome({}, body, minutesLater(5.1))).toBe('SIGNATURE_EXPIRED');
    expect(outcome({}, body, minutesLater(-4.98))).toBe('msg_1');
    expect(outcome({}, body, minutesLater(-5.1))).toBe('SIGNATURE_EXPIRED');
  });
});
