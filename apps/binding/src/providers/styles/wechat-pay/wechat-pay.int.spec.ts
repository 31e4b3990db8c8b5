import { newId, unwrap } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { describeConnectorContract, type PlannedBehaviour } from '../../../testing/contract/connector-contract';
import { startWeChatPay, type WeChatPayInTest } from '../../../testing/start-wechat-pay';

const faultOf: Record<PlannedBehaviour, object> = {
  REFUSE_LATER: { mode: 'refuse' },
  UNKNOWN: { mode: 'error' },
  // Longer than the connector waits.
  UNKNOWN_DONE: { mode: 'timeout-then-success', delayMs: 5000 },
  TWICE: { mode: 'twice' },
  LATE: { mode: 'late', delayMs: 300 },
  NEVER: { mode: 'never' },
  CONTRADICT: { mode: 'contradict' },
};

let own: WeChatPayInTest;
beforeAll(async () => void (own = await startWeChatPay()), 60_000);
afterAll(() => own?.stop());
afterEach(() => own.afterEach());

describeConnectorContract('WeChat Pay of the provider simulator', () => ({
  connector: own.connector,
  card: { entered: { kind: 'WALLET', account: '13800138000' } as never, told: { lastFour: '8000' } },
  refusedCard: null,
  operations: [],
  // A contract that may not be signed is told of to whoever asks, and to nobody else.
  refusal: { cause: 'SIGN_FAILED', isTold: false },
  contradiction: 'credential.removed',
  activate: (_operationId, activation) => own.sign(activation),
  heard: () => own.heard,
  plan: async (kind, behaviour) => void (await own.order({ kind, ...faultOf[behaviour] })),
  settle: () => undefined,
  removeOutside: (reference) => own.user.endContract(reference),
  setObligations: null,
}));

describe('a contract with WeChat Pay', () => {
  it('is signed on a page that is open for ten minutes, in WeChat', async () => {
    const { outcome, activation, operationId } = await own.pending();
    expect(outcome).toEqual({
      status: 'PENDING',
      activation: {
        steps: [{ kind: 'OPEN_LINK', url: expect.stringContaining('/providers/wechat-pay/papay/sign?session=') }],
        until: expect.any(String),
      },
    });
    const openMs = Date.parse(activation?.until ?? '') - Date.now();
    expect(openMs).toBeGreaterThan(9.9 * 60_000);
    expect(openMs).toBeLessThanOrEqual(10 * 60_000);
    expect(await own.connector.query(operationId)).toEqual({ status: 'ACTIVATION_REQUIRED', activation });
  });

  it('shows its page to people in both languages, and takes their form', async () => {
    const { activation, operationId } = await own.pending();
    const [step] = activation?.steps ?? [];
    const url = step?.kind === 'OPEN_LINK' ? step.url : '';
    const page = async (language: string) => (await fetch(url, { headers: { 'accept-language': language } })).text();
    expect(await page('en')).toContain('Sign the contract');
    expect(await page('zh-CN')).toContain('确认签约');
    const session = new URL(url).searchParams.get('session') ?? '';
    const answer = await fetch(url.split('?')[0] ?? '', { method: 'POST', body: new URLSearchParams({ session }) });
    expect(await answer.text()).toContain('签约成功');
    await eventually(() => expect(own.confirmed(operationId)).toHaveLength(1));
    expect((await fetch(`${url}x`)).status).toBe(400);
  });

  it('may be asked for again when its page has closed, under the same number', async () => {
    const { operationId, token } = await own.pending();
    // Nobody signed, and nobody can on that page.
    await own.closePage(operationId, 2);
    expect(await own.connector.query(operationId)).toEqual({ status: 'OPERATION_UNKNOWN' });
    const again = await own.connector.send({ operationId, kind: 'BIND', token });
    expect(again).toMatchObject({ status: 'PENDING', activation: { steps: [{ kind: 'OPEN_LINK' }] } });
    await own.sign('activation' in again ? again.activation : undefined);
    await eventually(async () => expect(await own.connector.query(operationId)).toMatchObject({ status: 'CONFIRMED' }));
  });

  it('that nobody has signed yet is over when its page is', async () => {
    const { operationId, token } = await own.pending();
    const unbind = { operationId: newId('operation'), kind: 'UNBIND', token } as const;
    expect(await own.connector.send(unbind)).toEqual({ status: 'PENDING' });
    await own.closePage(operationId, 2);
    expect(await own.connector.send(unbind)).toEqual({ status: 'CONFIRMED' });
  });

  it('that was signed although it should not be any more is ended', async () => {
    const { operationId, token, activation } = await own.pending();
    const unbind = { operationId: newId('operation'), kind: 'UNBIND', token } as const;
    expect(await own.connector.send(unbind)).toEqual({ status: 'PENDING' });
    await own.sign(activation);
    await eventually(async () => expect(await own.connector.query(operationId)).toMatchObject({ status: 'CONFIRMED' }));
    expect(await own.connector.send({ ...unbind, operationId: newId('operation') })).toMatchObject({
      status: 'REFUSED',
    });
    expect(await own.connector.query(unbind.operationId)).toEqual({ status: 'OPERATION_UNKNOWN' });
  });

  it('is ended with a reason, and heard of as the end that was asked for', async () => {
    const { token, reference } = await own.signed();
    const operationId = newId('operation');
    const request = { operationId, kind: 'UNBIND', token, credentialReference: reference } as const;
    expect(await own.connector.send(request)).toEqual({ status: 'CONFIRMED' });
    await eventually(() => expect(own.confirmed(operationId)).toHaveLength(1));
    expect(await own.connector.send(request)).toEqual({ status: 'CONFIRMED' });
    expect(await own.connector.query(operationId)).toEqual({ status: 'CONFIRMED' });
  });

  it('that WeChat Pay will not end stays, with the reason', async () => {
    const { token, reference } = await own.signed();
    await own.order({ kind: 'UNBIND', mode: 'refuse' });
    const request = { kind: 'UNBIND', token, credentialReference: reference } as const;
    expect(await own.connector.send({ ...request, operationId: newId('operation') })).toEqual({
      status: 'REFUSED',
      cause: 'RULE_LIMIT',
    });
    expect(await own.connector.credentialStatus(reference)).toEqual({ ok: true, value: 'ACTIVE' });
  });

  it('with an account that WeChat Pay refuses is not begun', async () => {
    const { token } = unwrap(await own.connector.tokenise({ kind: 'WALLET', account: '13800000002' } as never));
    expect(await own.connector.send({ operationId: newId('operation'), kind: 'BIND', token })).toEqual({
      status: 'REFUSED',
      cause: 'RULE_LIMIT',
    });
  });

  it.each(['SUSPEND', 'RESUME', 'RESTORE'] as const)('knows no %s', async (kind) => {
    const { token, reference } = await own.signed();
    expect(
      await own.connector.send({ operationId: newId('operation'), kind, token, credentialReference: reference }),
    ).toEqual({ status: 'REFUSED', cause: `${kind}_NOT_OFFERED` });
  });
});
