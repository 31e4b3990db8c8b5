import { createLog } from '@bindery/service';
import { newId } from '@bindery/kernel';
import type { EnteredWallet } from '../../kinds/wallet/wallet.rules';
import { makeAlipayKeys } from '../../../testing/alipay-keys';
import { access } from './access';
import { toAgreementNumber, toOperationId } from './agreement-number';
import { createAlipayConnector } from './create-alipay-connector';
import { createGateway, type Gateway, type GatewayReply, type GatewayRequest } from './gateway';

const own = access.parse({ baseUrl: 'https://openapi.alipay.com', ...makeAlipayKeys().platform });
const start = new Date('2026-11-30T04:00:00Z');
let now = start;
const clock = { now: () => now, onMove: () => () => undefined };
const real = createGateway(own, clock);
const asked: GatewayRequest[] = [];
let reply: GatewayReply;
const gateway: Gateway = {
  ...real,
  ask: async (request) => {
    asked.push(request);
    return reply;
  },
};
const connector = createAlipayConnector({
  gateway,
  access: own,
  notifyUrl: 'https://wallet.example/provider-webhooks/alipay',
  clock,
  log: createLog({ service: 'test', level: 'silent', format: 'json' }),
  timeouts: { interactiveMs: 1, jobMs: 1 },
});
const operationId = newId('operation', start.getTime());
const bind = { operationId, kind: 'BIND', token: 't' } as const;
const unbind = { operationId, kind: 'UNBIND', token: 't', credentialReference: 'a1' } as const;

const answer = (content: object): GatewayReply => ({ kind: 'ANSWER', content });
const no = (code: string, sub_code?: string) => answer({ code, sub_code });
const absent = no('40004', 'USER_AGREEMENT_NOT_EXIST');
const agreement = (changes: object = {}) =>
  answer({
    code: '10000',
    agreement_no: 'a1',
    external_agreement_no: toAgreementNumber(operationId),
    status: 'NORMAL',
    ...changes,
  });

beforeEach(() => {
  now = start;
  asked.splice(0);
});
afterAll(() => real.close());

describe('an agreement that is asked for', () => {
  it('is one link, which asks nobody, and lives as long as Alipay lets it', async () => {
    const first = await connector.send(bind);
    now = new Date(start.getTime() + 60_000);
    expect(await connector.send(bind)).toEqual(first);
    expect(asked).toEqual([]);
    expect(first).toMatchObject({ status: 'PENDING', activation: { until: '2026-12-01T04:00:00.000Z' } });
    const activation = 'activation' in first ? first.activation : undefined;
    const [step] = activation?.steps ?? [];
    const { searchParams } = new URL(step?.kind === 'OPEN_LINK' ? step.url : '');
    expect(searchParams.get('timestamp')).toBe('2026-11-30 12:00:00');
    expect(JSON.parse(searchParams.get('biz_content') ?? '')).toMatchObject({
      effect_time: 86_400,
      external_agreement_no: expect.stringMatching(/^[a-z0-9]{26}$/),
    });
    expect(toOperationId(toAgreementNumber(operationId))).toBe(operationId);
  });

  it.each([
    ['NORMAL', { status: 'CONFIRMED', credentialReference: 'a1' }],
    ['STOP', { status: 'CONFIRMED', credentialReference: 'a1' }],
    ['TEMP', { status: 'ACTIVATION_REQUIRED' }],
  ])('that is %s there stands so', async (status, standing) => {
    reply = agreement({ status });
    expect(await connector.query(operationId, bind)).toMatchObject(standing);
  });

  it.each([
    ['NORMAL', false],
    ['STOP', true],
  ])('that is %s is as we want it, and held by Alipay: %s', async (status, held) => {
    reply = agreement({ status });
    expect(await connector.credentialStatus('a1')).toEqual({ ok: true, value: 'ACTIVE' });
    expect(await connector.heldByProvider?.('a1')).toEqual({ ok: true, value: held });
  });

  it('waits for its holder while the link lives, and is over ten minutes after', async () => {
    reply = absent;
    const hours = (count: number) => new Date(start.getTime() + count * 60 * 60_000);
    now = hours(24);
    expect(await connector.query(operationId, bind)).toMatchObject({ status: 'ACTIVATION_REQUIRED' });
    now = hours(24.2);
    expect(await connector.query(operationId, bind)).toEqual({ status: 'REFUSED', cause: 'SIGNING_LAPSED' });
  });

  it.each([
    ['about another agreement', agreement({ external_agreement_no: 'x'.repeat(26) })],
    ['without a number', answer({ code: '10000', status: 'NORMAL' })],
    ['in a state that is none', agreement({ status: 'GONE' })],
    ['of trouble over there', no('20000', 'isp.unknow-error')],
    ['of an error of the system', no('40004', 'SYSTEM_ERROR')],
    ['that we asked wrongly', no('40002', 'isv.invalid-signature')],
    ['that is no object', { kind: 'ANSWER', content: 'ok' } as const],
    ['that never came', { kind: 'NO_ANSWER', detail: 'TimeoutError' } as const],
  ])('is not known by an answer %s', async (_, said) => {
    reply = said;
    expect(await connector.query(operationId, bind)).toMatchObject({ status: 'UNAVAILABLE' });
    expect(await connector.credentialStatus('a2')).toMatchObject({ ok: false });
  });
});

describe('an agreement that is ended', () => {
  it.each([
    ['taken', answer({ code: '10000' }), { status: 'PENDING' }],
    ['gone already', absent, { status: 'CONFIRMED' }],
    ['refused', no('40004', 'ACQ.UNSIGN_NOT_ALLOWED'), { status: 'REFUSED', cause: 'ACQ_UNSIGN_NOT_ALLOWED' }],
    ['refused for no reason', no('40004'), { status: 'REFUSED', cause: 'UNSPECIFIED' }],
    ['in trouble over there', no('20000'), { status: 'UNKNOWN' }],
    ['asked wrongly', no('40006', 'isv.insufficient-isv-permissions'), { status: 'UNKNOWN' }],
    ['unanswered', { kind: 'NO_ANSWER', detail: 'signature invalid' } as const, { status: 'UNKNOWN' }],
  ])('is %s', async (_, said, outcome) => {
    reply = said;
    expect(await connector.send(unbind)).toMatchObject(outcome);
    expect(asked).toHaveLength(1);
  });

  it('may be ended again where Alipay has not taken it, waits where it has, and is done when it is gone', async () => {
    const other = { ...unbind, operationId: newId('operation') };
    reply = agreement();
    expect(await connector.query(other.operationId, other)).toEqual({ status: 'OPERATION_UNKNOWN' });
    await connector.send(other);
    expect(await connector.query(other.operationId, other)).toEqual({ status: 'PENDING' });
    reply = absent;
    expect(await connector.query(operationId, unbind)).toEqual({ status: 'CONFIRMED' });
    expect(await connector.credentialStatus('a1')).toEqual({ ok: true, value: 'ABSENT' });
  });
});

describe('an account', () => {
  const account = (name: string): EnteredWallet => ({ kind: 'WALLET', account: name });

  it('has the same token each time, from which nobody reads it', async () => {
    const first = await connector.tokenise(account('13800138000'));
    expect(first).toMatchObject({ ok: true, value: { lastFour: '8000' } });
    expect(await connector.tokenise(account('13800138000'))).toEqual(first);
    expect(JSON.stringify(first)).not.toContain('13800138000');
    expect(await connector.tokenise(account('li.lei@mail.example'))).toMatchObject({ value: { lastFour: '.lei' } });
  });

  it('is neither suspended nor restored by a request', async () => {
    for (const kind of ['SUSPEND', 'RESUME', 'RESTORE'] as const) {
      const cause = `${kind}_NOT_OFFERED`;
      expect(await connector.send({ ...unbind, kind })).toEqual({ status: 'REFUSED', cause });
      expect(await connector.query(operationId, { ...unbind, kind })).toEqual({ status: 'REFUSED', cause });
    }
    expect(asked).toEqual([]);
  });
});

describe('keys of an operator', () => {
  it('are refused without a character of them', () => {
    const { appPrivateKey: _, ...others } = makeAlipayKeys().platform;
    const read = access.safeParse({ baseUrl: 'https://x', ...others, appPrivateKey: 'my-secret-key' });
    expect(read.error?.issues).toMatchObject([
      { path: ['appPrivateKey'], message: 'is no RSA key of 2048 bits or more' },
    ]);
    expect(JSON.stringify(read.error)).not.toContain('my-secret-key');
  });

  it('are taken as Alipay’s console shows them, too', () => {
    const { appPrivateKey, alipayPublicKeys, ...others } = makeAlipayKeys().platform;
    const bare = (pem: string) => pem.replace(/-----[A-Z ]+-----|\n/g, '');
    const keys = { appPrivateKey: bare(appPrivateKey), alipayPublicKeys: alipayPublicKeys.map(bare) };
    expect(access.safeParse({ baseUrl: 'https://x', ...others, ...keys }).success).toBe(true);
  });
});
