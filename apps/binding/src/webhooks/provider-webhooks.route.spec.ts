import Fastify from 'fastify';
import { givenId, newId, TestClock } from '@bindery/kernel';
import { createLog } from '@bindery/service';
import { signPayload } from '../providers/signed/signature';
import { operationMessages } from '../operations/messages/operation-messages';
import { usageMessages } from '../usage/usage-messages';
import { createGenericInbound } from '../providers/styles/generic/generic-inbound';
import { addProviderWebhooks } from './provider-webhooks.route';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const [first, second, third] = [newId('operation'), newId('operation'), newId('operation')];
const confirmed = { type: 'operation.confirmed', operationId: first, credentialReference: 'cred_1' };
const used = {
  type: 'usage.recorded',
  usageId: 'use_1',
  credentialReference: 'cred_1',
  kind: 'PAYMENT',
  place: { 'zh-CN': '面包店', en: 'Bakery' },
  amount: { value: 1250, currency: 'CNY' },
  at: '2026-01-01T00:00:00Z',
};

function setUp() {
  const clock = new TestClock();
  const known = new Set<string>();
  const applyProviderMessage = jest.fn(async () => 'APPLIED' as const);
  const recordUsage = jest.fn(async () => 'RECORDED' as const);
  const receivedMessages = {
    has: async (provider: string, id: string) => known.has(`${provider} ${id}`),
    remember: async (provider: string, id: string) => void known.add(`${provider} ${id}`),
  };
  const app = Fastify();
  const record = jest.fn();
  const log = createLog({ service: 'test', level: 'silent', format: 'json' });
  const added = addProviderWebhooks(app, {
    messages: [...operationMessages(applyProviderMessage), ...usageMessages(recordUsage)],
    receivedMessages,
    inboundOf: (provider) => (/^(seaside|harbour)-bank$/.test(provider) ? createGenericInbound(secret) : undefined),
    clock,
    log,
    security: { record },
  });

  async function post(body: unknown, { headers = {}, id = 'msg_1', provider = 'seaside-bank', sign = true } = {}) {
    await added;
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const signature = sign ? signPayload(secret, id, clock.now(), payload) : {};
    const answer = await app.inject({
      method: 'POST',
      url: `/provider-webhooks/${provider}`,
      payload,
      headers: { 'content-type': 'application/json', ...signature, ...headers },
    });
    return answer.body === '' ? String(answer.statusCode) : `${answer.statusCode} ${String(answer.json().code)}`;
  }
  return { clock, applyProviderMessage, recordUsage, record, post };
}

describe('POST /provider-webhooks/:provider', () => {
  it('hands over each kind of message with the provider whose signature it bore', async () => {
    const { post, applyProviderMessage } = setUp();
    const bodies = [
      confirmed,
      { type: 'operation.refused', operationId: second, cause: 'PROVIDER_DECLINED' },
      { type: 'operation.activation_required', operationId: third },
      { type: 'credential.removed', credentialReference: 'cred_4' },
    ];
    for (const [i, body] of bodies.entries()) expect(await post(body, { id: `msg_${i}` })).toBe('204');
    expect(applyProviderMessage.mock.calls).toEqual(bodies.map((body) => [{ ...body, provider: 'seaside-bank' }]));
  });

  it('hands over a use of a credential', async () => {
    const { post, recordUsage } = setUp();
    expect(await post(used)).toBe('204');
    const { type: _, ...usage } = used;
    expect(recordUsage).toHaveBeenCalledWith({ ...usage, provider: 'seaside-bank', at: new Date(used.at) });
  });

  it('gives a replayed message no second effect, and tells the provider that it is done', async () => {
    const { post, applyProviderMessage } = setUp();
    expect([await post(confirmed), await post(confirmed)]).toEqual(['204', '204']);
    expect(applyProviderMessage).toHaveBeenCalledTimes(1);
  });

  it('takes the same id from another provider for another message', async () => {
    const { post, applyProviderMessage } = setUp();
    await post(confirmed);
    await post(confirmed, { provider: 'harbour-bank' });
    expect(applyProviderMessage).toHaveBeenCalledTimes(2);
  });

  it('answers 500 to a fault of ours and takes the repetition', async () => {
    const { post, applyProviderMessage } = setUp();
    applyProviderMessage.mockRejectedValueOnce(new Error('the database is away'));
    expect([await post(confirmed), await post(confirmed)]).toEqual(['500 HANDLING_FAILED', '204']);
    expect(applyProviderMessage).toHaveBeenCalledTimes(2);
  });

  it('refuses what is not signed, signed wrongly, signed for another body, or signed too long ago', async () => {
    const { post, clock, record, applyProviderMessage } = setUp();
    const old = signPayload(secret, 'msg_1', clock.now(), JSON.stringify(confirmed));
    expect(await post(confirmed, { sign: false })).toBe('401 SIGNATURE_REQUIRED');
    expect(await post(confirmed, { headers: { 'webhook-signature': 'v1,AAAA' } })).toBe('401 SIGNATURE_INVALID');
    expect(await post({ ...confirmed, credentialReference: 'cred_2' }, { headers: { ...old } })).toBe(
      '401 SIGNATURE_INVALID',
    );
    expect(await post(JSON.stringify(confirmed, undefined, 1), { headers: { ...old } })).toBe('401 SIGNATURE_INVALID');
    clock.advance(5 * 60_000 + 1000);
    expect(await post(confirmed, { headers: { ...old } })).toBe('401 SIGNATURE_EXPIRED');
    expect(record).toHaveBeenCalledTimes(5);
    expect(record).toHaveBeenLastCalledWith('provider-signature-refused', {
      sourceAddress: '127.0.0.1',
      errorCode: 'SIGNATURE_EXPIRED',
      labels: { provider: 'seaside-bank', route: 'provider-webhooks' },
    });
    expect(applyProviderMessage).not.toHaveBeenCalled();
  });

  it.each(['nobody', 'constructor', '__proto__'])('knows no provider %s', async (provider) => {
    expect(await setUp().post(confirmed, { provider })).toBe('404 PROVIDER_UNKNOWN');
  });

  it.each([
    ['not JSON', '{"type":'],
    ['an empty body', ''],
    ['no type', {}],
    ['a confirmation of nothing', { type: 'operation.confirmed' }],
    ['an amount that is no number', { ...used, amount: { value: '12.50', currency: 'CNY' } }],
    ['a use without a time', { ...used, at: 'yesterday' }],
  ])('refuses %s', async (_what, body) => expect(await setUp().post(body)).toBe('400 REQUEST_MALFORMED'));

  const badTexts = [
    '',
    'x'.repeat(201),
    'Shop \0',
    'Shop \ud800',
    'Shop\nhttps://evil.example',
    'pohS \u202e',
    '\u2028',
    '\u001b[2J',
  ];
  const badPlaces = badTexts.map((en) => ({ ...used, place: { 'zh-CN': '面包店', en } }));
  const badAmounts = [
    { value: -1, currency: 'CNY' },
    { value: 12.5, currency: 'CNY' },
    { value: 2 ** 53, currency: 'CNY' },
    { value: 1e300, currency: 'CNY' },
    { value: null, currency: 'CNY' },
    { value: 1250, currency: 'XXX' },
    { value: 1250, currency: 'DEM' },
    { value: 1250, currency: 'cny' },
    { value: 1250, currency: 'CNY\0' },
    { value: 1250 },
  ].map((amount) => ({ ...used, amount }));
  const badFields = badTexts.flatMap((text) => [
    { ...used, usageId: text },
    { ...used, credentialReference: text },
    { ...confirmed, credentialReference: text },
    { type: 'credential.removed', credentialReference: text },
    { ...confirmed, operationId: text },
  ]);
  const badShapes = [
    [used],
    null,
    'text',
    12,
    { ...used, place: 'Bakery' },
    { ...used, place: { en: 'Bakery' } },
    { ...used, kind: 'REFUND' },
    { ...used, at: '2026-13-01T00:00:00Z' },
    { ...used, at: -99999999999 },
    { ...used, at: '-271821-04-20T00:00:00Z' },
    { ...used, at: '+275760-09-13T00:00:00.001Z' },
    { ...used, at: '2026-01-01' },
  ];

  it.each([...badPlaces, ...badAmounts, ...badFields, ...badShapes])(
    'refuses what goes past its bounds: %j',
    async (body) => {
      const { post, recordUsage, applyProviderMessage } = setUp();
      expect(await post(typeof body === 'string' ? JSON.stringify(body) : body)).toBe('400 REQUEST_MALFORMED');
      expect(recordUsage).not.toHaveBeenCalled();
      expect(applyProviderMessage).not.toHaveBeenCalled();
    },
  );

  it('takes amounts of nothing and of more than a 32-bit number, and whatever else comes along', async () => {
    for (const value of [0, 2 ** 31, 3_000_000_000, 2 ** 53 - 1]) {
      const { post, recordUsage } = setUp();
      const deep = JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`) as unknown;
      expect(await post({ ...used, amount: { value, currency: 'IDR', note: 'x' }, more: deep })).toBe('204');
      const amount = { value, currency: 'IDR' };
      expect(recordUsage).toHaveBeenCalledWith(expect.objectContaining({ amount }));
      expect(JSON.stringify(recordUsage.mock.calls)).not.toMatch(/more|note/);
    }
  });

  it('takes the time of a use near now, and tells which field is at fault', async () => {
    const dayMs = 24 * 60 * 60_000;
    const now = new TestClock().now().getTime();
    const taken = async (kind: string, at: number | string) => {
      const { post } = setUp();
      return post({ ...used, kind, at: typeof at === 'string' ? at : new Date(at).toISOString() });
    };
    for (const at of [now, now + 5 * 60_000, now - 400 * dayMs]) expect(await taken('PAYMENT', at)).toBe('204');
    expect(await taken('DOOR_OPENED', now - 62 * dayMs)).toBe('204');
    for (const at of [
      now + 5 * 60_000 + 1,
      now - 401 * dayMs,
      '9999-12-31T23:59:59Z',
      '0000-01-01T00:00:00Z',
      '0001-01-01T00:00:00+14:00',
    ])
      expect(await taken('PAYMENT', at)).toBe('422 TIME_OUT_OF_RANGE');
    expect(await taken('DOOR_OPENED', now - 63 * dayMs)).toBe('422 TIME_OUT_OF_RANGE');
  });

  it('refuses a body that is too long or of another type before reading it', async () => {
    const { post } = setUp();
    expect(await post({ ...confirmed, padding: 'x'.repeat(16 * 1024) })).toBe('413 BODY_TOO_LARGE');
    expect(await post(confirmed, { headers: { 'content-type': 'text/plain' } })).toBe('415 MEDIA_TYPE_UNKNOWN');
  });

  it('takes a type that came after us without doing anything, each time', async () => {
    const { post, applyProviderMessage } = setUp();
    expect(await post({ type: 'statement.ready' })).toBe('204');
    expect(applyProviderMessage).not.toHaveBeenCalled();
    expect(await post(confirmed)).toBe('204');
    expect(applyProviderMessage).toHaveBeenCalledTimes(1);
  });

  it('takes an operation that is none of ours for one that nobody knows', async () => {
    const { post, applyProviderMessage } = setUp();
    expect(await post({ ...confirmed, operationId: 'op-17' })).toBe('204');
    const unknown = { ...confirmed, provider: 'seaside-bank', operationId: givenId('operation', '') };
    expect(applyProviderMessage).toHaveBeenCalledWith(unknown);
  });

  it('keeps a refusal a refusal when its cause is no code', async () => {
    const { post, applyProviderMessage } = setUp();
    await post({ type: 'operation.refused', operationId: second, cause: 'Please ring +86 138…' });
    expect(applyProviderMessage).toHaveBeenCalledWith({
      type: 'operation.refused',
      provider: 'seaside-bank',
      operationId: second,
      cause: 'UNSPECIFIED',
    });
  });
});
