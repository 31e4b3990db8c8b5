import { createDecipheriv, createSign, createVerify, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { newId } from '@bindery/kernel';
import { createWeChatUser } from '@bindery/simulated-world';
import { weChatPayKeys } from '../../testing/catalogue';
import { startWorld, type World } from '../../testing/start-world';

const { platform: own } = weChatPayKeys;
const base = '/providers/wechat-pay';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.stop());

interface Changes {
  readonly key?: string;
  readonly secondsAgo?: number;
  readonly signedTarget?: string;
  readonly members?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A merchant’s request, written after the vendor’s page; `changes` make it a wrong one. */
async function ask(method: 'GET' | 'POST', path: string, body?: object, changes: Changes = {}) {
  const target = `${base}${path}`;
  const text = body ? JSON.stringify(body) : '';
  const timestamp = String(Math.floor(Date.now() / 1000) - (changes.secondsAgo ?? 0));
  const nonce = newId('call').slice(-26);
  const signature = createSign('RSA-SHA256')
    .update(`${method}\n${changes.signedTarget ?? target}\n${timestamp}\n${nonce}\n${text}\n`)
    .sign(changes.key ?? own.merchantPrivateKey, 'base64');
  const members = {
    mchid: own.mchid,
    nonce_str: nonce,
    timestamp,
    serial_no: own.merchantSerial,
    signature,
    ...changes.members,
  };
  const list = Object.entries(members).map(([name, value]) => `${name}="${value}"`);
  const answer = await fetch(`${world.url}${target}`, {
    method,
    ...(body && { body: text }),
    headers: {
      accept: 'application/json',
      'user-agent': 'test',
      authorization: `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`,
      ...(body && { 'content-type': 'application/json' }),
      ...changes.headers,
    },
  });
  const answered = await answer.text();
  return { status: answer.status, headers: answer.headers, text: answered, body: answered && JSON.parse(answered) };
}
type Answered = Awaited<ReturnType<typeof ask>>;

function isSignedBy({ headers, text }: Answered, key: string): boolean {
  const [timestamp, nonce] = [headers.get('wechatpay-timestamp'), headers.get('wechatpay-nonce')];
  return createVerify('RSA-SHA256')
    .update(`${timestamp}\n${nonce}\n${text}\n`)
    .verify(key, headers.get('wechatpay-signature') ?? '', 'base64');
}

const codeOf = () => newId('operation').slice(-26);
const preSign = (code: string, more: object = {}) =>
  ask('POST', '/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/h5', {
    appid: own.appid,
    plan_id: own.planId,
    out_contract_code: code,
    contract_display_account: '**8000',
    contract_notify_url: `${world.platform.url}/provider-webhooks/wechat-pay`,
    out_user_code: 'u1',
    ...more,
  });
const contractPath = (code: string) => `/v3/papay/sign/contracts/plan-id/${own.planId}/out-contract-code/${code}`;

describe('WeChat Pay', () => {
  it('hands out its certificates for the APIv3 key, and signs with the newest', async () => {
    const answer = await ask('GET', '/v3/certificates');
    const [{ serial_no: serial, encrypt_certificate: sealed }] = answer.body.data;
    const bytes = Buffer.from(sealed.ciphertext, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', own.apiV3Key, sealed.nonce)
      .setAAD(Buffer.from(sealed.associated_data))
      .setAuthTag(bytes.subarray(-16));
    const pem = decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8');
    const certificate = new X509Certificate(pem);
    expect(certificate.serialNumber).toBe(serial);
    expect(answer.headers.get('wechatpay-serial')).toBe(serial);
    expect(isSignedBy(answer, certificate.publicKey.export({ type: 'spki', format: 'pem' }).toString())).toBe(true);
  });

  it('signs by its public key where the request names it', async () => {
    const headers = { 'wechatpay-serial': own.platformPublicKeyId };
    const answer = await ask('GET', contractPath(codeOf()), undefined, { headers });
    expect(answer.headers.get('wechatpay-serial')).toBe(own.platformPublicKeyId);
    expect(isSignedBy(answer, own.platformPublicKey)).toBe(true);
    expect(answer).toMatchObject({ status: 404, body: { code: 'RESOURCE_NOT_EXISTS' } });
  });

  it('keeps two certificates when it makes another', async () => {
    const user = createWeChatUser(world.url);
    const [before] = await user.changeKeys({});
    const after = await user.changeKeys({ rotate: true });
    expect(after).toHaveLength(2);
    expect(after[1]).toBe(before);
    expect((await ask('GET', '/v3/certificates')).headers.get('wechatpay-serial')).toBe(after[0]);
  });

  it.each<[string, Changes]>([
    [
      'by another key',
      {
        key: generateKeyPairSync('rsa', { modulusLength: 2048 })
          .privateKey.export({ type: 'pkcs8', format: 'pem' })
          .toString(),
      },
    ],
    ['over another path', { signedTarget: '/v3/certificates' }],
    ['six minutes ago', { secondsAgo: 360 }],
    ['six minutes ahead', { secondsAgo: -360 }],
    ['by another merchant', { members: { mchid: '1900000001' } }],
    ['with another certificate', { members: { serial_no: 'AB'.repeat(20) } }],
    ['with a member more', { members: { more: '1' } }],
    ['in another scheme', { headers: { authorization: 'Bearer x' } }],
  ])('answers nothing that was signed %s', async (_what, changes) =>
    expect(await ask('GET', '/v3/certificates', undefined, changes)).toMatchObject({
      status: 401,
      body: { code: 'SIGN_ERROR' },
    }),
  );

  it('takes a nonce once', async () => {
    const nonce_str = codeOf();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createSign('RSA-SHA256')
      .update(`GET\n${base}/v3/certificates\n${timestamp}\n${nonce_str}\n\n`)
      .sign(own.merchantPrivateKey, 'base64');
    const changes = { members: { nonce_str, timestamp, signature } };
    expect((await ask('GET', '/v3/certificates', undefined, changes)).status).toBe(200);
    expect((await ask('GET', '/v3/certificates', undefined, changes)).status).toBe(401);
  });

  it('has a contract signed on its page, once, and ended once', async () => {
    const code = codeOf();
    const { body } = await preSign(code);
    expect((await ask('GET', contractPath(code))).status).toBe(404);
    const user = createWeChatUser(world.url);
    await user.signContract(body.redirect_url);
    expect((await ask('GET', contractPath(code))).body).toMatchObject({
      mchid: own.mchid,
      plan_id: own.planId,
      out_contract_code: code,
      contract_state: 'SIGNED',
      contract_display_account: '**8000',
    });
    await expect(user.signContract(body.redirect_url)).rejects.toThrow('NOT_OPEN');
    expect(await preSign(code)).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
    const end = () => ask('POST', `${contractPath(code)}/terminate`, { contract_termination_remark: '用户解约' });
    expect(await end()).toMatchObject({
      status: 200,
      body: {
        contract_state: 'TERMINATED',
        contract_terminate_info: { contract_termination_mode: 'MCH_API_TERMINATE' },
      },
    });
    expect(await end()).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
  });

  it('knows no pause of a contract: refuses one with the reason, and offers none on its page', async () => {
    const code = codeOf();
    const { body } = await preSign(code);
    await createWeChatUser(world.url).signContract(body.redirect_url);
    const { contract_id: reference } = (await ask('GET', contractPath(code))).body;
    for (const order of ['suspension', 'resumption'])
      expect(await world.plain('POST', `/providers/wechat-pay/credentials/${reference}/${order}`)).toMatchObject({
        status: 422,
        body: { code: 'SUSPENSION_NOT_KNOWN', message: expect.stringContaining('no pause') },
      });
    expect(world.state.credentials.get(reference)).not.toHaveProperty('heldByProvider');
    const page = await (await fetch(`${world.url}/?lang=en`)).text();
    expect(page).toContain(reference);
    expect(page).not.toContain('Suspend at the provider');
    const form = new URLSearchParams({
      provider: 'wechat-pay',
      credentialReference: reference,
      held: 'yes',
      lang: 'en',
    });
    const held = await fetch(`${world.url}/page/holds`, { method: 'POST', body: form, redirect: 'manual' });
    expect(held.headers.get('location')).toContain('notice=SUSPENSION_NOT_KNOWN');
  });

  it('collects under a contract that stands, which it tells, and by mistake under one that has ended', async () => {
    const code = codeOf();
    const user = createWeChatUser(world.url);
    await user.signContract((await preSign(code)).body.redirect_url);
    const contractId = (await ask('GET', contractPath(code))).body.contract_id as string;
    await user.deduct(contractId, 1_250, '街角面包店');
    await user.endContract(contractId);
    await expect(user.deduct(contractId, 1_250, '街角面包店')).rejects.toThrow('CONTRACT_NOT_EXIST');
    const anyway = { contract_id: contractId, description: '街角面包店', amount: { total: 1_250 }, anyway: true };
    expect(await world.plain('POST', `${base}/papay/deductions`, anyway)).toMatchObject({ status: 204 });
  });

  it('signs nothing for a page that nobody opened', async () => {
    const user = createWeChatUser(world.url);
    await expect(user.signContract(`${world.url}${base}/papay/sign?session=a.1.b`)).rejects.toThrow('SESSION_UNKNOWN');
  });

  it('refuses what is no request of its', async () => {
    expect(await preSign('with-dashes')).toMatchObject({ status: 400, body: { code: 'PARAM_ERROR' } });
    expect(await preSign(codeOf(), { plan_id: 1 })).toMatchObject({ status: 400, body: { code: 'PARAM_ERROR' } });
    expect(await preSign(codeOf(), { contract_display_account: '**0002' })).toMatchObject({
      status: 403,
      body: { code: 'RULE_LIMIT' },
    });
  });
});
