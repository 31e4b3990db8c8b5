import { createCipheriv, createSign, generateKeyPairSync } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { newId, systemClock } from '@bindery/kernel';
import { createDataSource, createUnitOfWork, migrate } from '@bindery/persistence';
import { createLog } from '@bindery/service';
import { makeWeChatPayKeys } from '@bindery/simulated-world';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { migrations } from '../../../../migrations';
import type { Inbound, StyleConnection } from '../../connector-style';
import { contractCodeOf } from './contract-code';
import { insertOperation } from './wechat-operation.repository';
import { weChatPayClasses, weChatPayStyle } from '.';

const keys = makeWeChatPayKeys();
const { mchid, appid, planId, apiV3Key, platformPublicKeyId: serial } = keys.platform;
const provider = 'wechat-pay';
const now = new Date();
let database: TestDatabase;
let dataSource: DataSource;
let connection: StyleConnection;
let inbound: Inbound;

beforeAll(async () => {
  database = await createTestDatabase('binding', (ownerUrl) => migrate('up', ownerUrl, migrations));
  dataSource = await createDataSource({ url: database.appUrl, entities: weChatPayClasses.entities }).initialize();
  const access = weChatPayStyle.access.parse({ baseUrl: 'http://127.0.0.1:9', ...keys.platform });
  connection = weChatPayStyle.connect(
    {
      code: provider,
      kind: 'WALLET',
      access,
      callbackUrl: 'http://127.0.0.1:9/x',
      publicUrl: 'http://127.0.0.1:9',
      activationDeadlineDays: () => 1,
    },
    {
      clock: systemClock,
      log: createLog({ service: 'test', level: 'silent', format: 'json' }),
      timeouts: { interactiveMs: 200, jobMs: 200 },
      security: { record: () => undefined },
      later: async () => undefined,
      db: dataSource.manager,
      unitOfWork: createUnitOfWork(dataSource),
    },
  );
  if (!connection.inbound) throw new Error('WeChat Pay tells things by itself');
  inbound = connection.inbound;
});
afterAll(async () => {
  await connection?.close();
  await dataSource?.destroy();
  await database?.drop();
});

/** As the vendor's page describes it, and not as the simulator does it. */
function encrypt(resource: object, key = apiV3Key) {
  const cipher = createCipheriv('aes-256-gcm', key, 'fdasflkja484').setAAD(Buffer.from('entrust'));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(resource)), cipher.final(), cipher.getAuthTag()]);
  return {
    algorithm: 'AEAD_AES_256_GCM',
    original_type: 'entrust',
    associated_data: 'entrust',
    nonce: 'fdasflkja484',
    ciphertext: sealed.toString('base64'),
  };
}

async function read(
  event_type: string,
  resource: unknown,
  changes: { key?: string; headers?: object; tail?: string } = {},
) {
  const body = JSON.stringify({
    id: 'EV-2018022511223320873',
    create_time: '2026-11-30T19:00:00+08:00',
    resource_type: 'encrypt-resource',
    event_type,
    resource: resource && encrypt(resource, changes.key),
    summary: '通知',
  });
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = createSign('RSA-SHA256')
    .update(`${timestamp}\nnonce\n${body}\n`)
    .sign(keys.provider.platformPrivateKey, 'base64');
  const headers = {
    'wechatpay-serial': serial,
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': 'nonce',
    'wechatpay-signature': signature,
    ...changes.headers,
  };
  const outcome = await inbound.read({ headers, body: Buffer.from(`${body}${changes.tail ?? ''}`) }, now);
  return outcome.ok ? outcome.value : outcome.error;
}

/** A contract that was asked for here. */
async function asked() {
  const operationId = newId('operation');
  const contractCode = contractCodeOf(operationId);
  await insertOperation(dataSource.manager, { operationId, provider, kind: 'BIND', contractCode, token: 't' });
  return { operationId, contractCode };
}
const contract = (out_contract_code: string, contract_id: string, more: object = {}) => ({
  mchid,
  appid,
  plan_id: planId,
  out_contract_code,
  contract_id,
  contract_state: 'SIGNED',
  contract_display_account: '**8000',
  openid: 'o',
  ...more,
});

describe('a notification', () => {
  it('that a contract was signed confirms the operation that asked for it, and names the contract', async () => {
    const { operationId, contractCode } = await asked();
    const expected = {
      id: 'EV-2018022511223320873',
      body: { type: 'operation.confirmed', operationId, credentialReference: 'Wx1546' },
    };
    expect(await read('ENTRUST.SIGN', contract(contractCode, 'Wx1546'))).toEqual(expected);
    expect(await read('ENTRUST.SIGN', contract(contractCode, 'Wx1546'))).toEqual(expected);
  });

  it('of a contract under another name, or that nobody here asked for, is refused', async () => {
    const { contractCode } = await asked();
    await read('ENTRUST.SIGN', contract(contractCode, 'Wx2000'));
    const refused = { code: 'REQUEST_MALFORMED', field: 'resource.contract_id' };
    expect(await read('ENTRUST.SIGN', contract(contractCode, 'Wx2001'))).toEqual(refused);
    const unheardOf = contractCodeOf(newId('operation'));
    expect(await read('ENTRUST.SIGN', contract(unheardOf, 'Wx2002'))).toEqual(refused);
  });

  it.each([
    ['another merchant', { mchid: '1900000002' }],
    ['another app', { appid: 'wx0000000000000000' }],
    ['another template', { plan_id: 1 }],
  ])('about a contract of %s is refused', async (_what, more) => {
    const { contractCode } = await asked();
    expect(await read('ENTRUST.SIGN', contract(contractCode, 'Wx1', more))).toMatchObject({
      code: 'REQUEST_MALFORMED',
    });
    expect(await read('ENTRUST.TERMINATE', contract(contractCode, 'Wx1', more))).toMatchObject({
      code: 'REQUEST_MALFORMED',
    });
  });

  it('that a contract has ended is a removal, unless the end was asked for here', async () => {
    const { contractCode } = await asked();
    await read('ENTRUST.SIGN', contract(contractCode, 'Wx3000'));
    const ended = (contract_termination_mode: string) =>
      read('ENTRUST.TERMINATE', {
        ...contract(contractCode, 'Wx3000', { contract_state: 'TERMINATED' }),
        contract_terminate_info: { contract_termination_mode },
      });
    const removal = { body: { type: 'credential.removed', credentialReference: 'Wx3000' } };
    expect(await ended('USER_TERMINATE')).toMatchObject(removal);
    expect(await ended('MCH_API_TERMINATE')).toMatchObject(removal);
    const operationId = newId('operation');
    await insertOperation(dataSource.manager, { operationId, provider, kind: 'UNBIND', contractCode, token: 't' });
    expect(await ended('MCH_API_TERMINATE')).toMatchObject({ body: { type: 'operation.confirmed', operationId } });
    expect(await ended('USER_TERMINATE')).toMatchObject(removal);
  });

  it('that somebody paid is a use of the contract, by what its holder paid', async () => {
    const paid = {
      mchid,
      appid,
      transaction_id: '4200000001202611300000000001',
      trade_state: 'SUCCESS',
      description: '街角面包店',
      attach: 'Wx1546',
      success_time: '2026-11-30T19:00:00+08:00',
      amount: { total: 1_300, payer_total: 1_250, currency: 'CNY' },
    };
    expect(await read('TRANSACTION.SUCCESS', paid)).toMatchObject({
      body: {
        type: 'usage.recorded',
        usageId: '4200000001202611300000000001',
        credentialReference: 'Wx1546',
        kind: 'PAYMENT',
        place: { 'zh-CN': '街角面包店', en: '街角面包店' },
        amount: { value: 1_250, currency: 'CNY' },
        at: '2026-11-30T19:00:00+08:00',
      },
    });
    expect(await read('TRANSACTION.SUCCESS', { ...paid, trade_state: 'REFUND' })).toMatchObject({
      code: 'REQUEST_MALFORMED',
    });
  });

  it('of a kind that nobody takes is heard and no more, its resource unread', async () =>
    expect(await read('TRANSACTION.FAIL', null)).toMatchObject({ body: { type: 'TRANSACTION.FAIL' } }));

  it('encrypted with another key, or changed on its way, is refused', async () => {
    const { contractCode } = await asked();
    const told = contract(contractCode, 'Wx4000');
    const other = makeWeChatPayKeys().platform.apiV3Key;
    expect(await read('ENTRUST.SIGN', told, { key: other })).toEqual({
      code: 'REQUEST_MALFORMED',
      field: 'resource.ciphertext',
    });
    expect(await read('ENTRUST.SIGN', told, { tail: ' ' })).toEqual({ code: 'SIGNATURE_INVALID' });
    const probe = { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/x' };
    expect(await read('ENTRUST.SIGN', told, { headers: probe })).toEqual({ code: 'SIGNATURE_INVALID' });
    expect(await read('ENTRUST.SIGN', told, { headers: { 'wechatpay-serial': '0A' } })).toEqual({
      code: 'SIGNATURE_INVALID',
    });
  });

  it('is answered in WeChat Pay’s words', () => {
    expect(inbound.taken).toEqual({ status: 204 });
    expect(inbound.refused({ code: 'SIGNATURE_INVALID' })).toMatchObject({ status: 401 });
    expect(JSON.parse(String(inbound.refused({ code: 'HANDLING_FAILED' }).body))).toEqual({
      code: 'FAIL',
      message: expect.any(String),
    });
  });
});

describe('what PROVIDERS holds for WeChat Pay', () => {
  const whole = { baseUrl: 'https://api.mch.weixin.qq.com', ...keys.platform };
  const faultsOf = (changes: object) =>
    weChatPayStyle.access.safeParse({ ...whole, ...changes }).error?.issues.map(({ path }) => path.join('.'));

  it.each([
    ['nothing', {}, undefined],
    ['a key that is none', { merchantPrivateKey: 'MIIE' }, ['merchantPrivateKey']],
    [
      'a key of another kind',
      { platformPublicKey: generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) },
      ['platformPublicKey'],
    ],
    ['an APIv3 key cut short', { apiV3Key: 'short' }, ['apiV3Key']],
    ['a public key without its id', { platformPublicKeyId: undefined }, ['platformPublicKeyId']],
    ['neither of the two', { platformPublicKeyId: undefined, platformPublicKey: undefined }, undefined],
    ['a member misspelt', { mchID: '1' }, ['']],
  ])('is refused by name: %s', (_what, changes, expected) => expect(faultsOf(changes)).toEqual(expected));
});
