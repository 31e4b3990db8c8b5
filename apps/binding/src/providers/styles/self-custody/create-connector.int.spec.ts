import type { DataSource } from 'typeorm';
import { newId, unwrap } from '@bindery/kernel';
import { createDataSource, createUnitOfWork, migrate } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { migrations } from '../../../../migrations';
import {
  eosWallet,
  evmWallet,
  oneOfEach,
  solanaWallet,
  substrateWallet,
  type OtherWallet,
} from '../../../testing/other-wallets';
import type { Connector } from '../../connector';
import { readTypedAddress } from '../../kinds/crypto-address/read-typed-address';
import { createConnector } from './create-connector';
import { addressClasses } from '.';

const provider = 'token-pocket';
const access = { domain: 'wallet.test.example', uri: 'https://wallet.test.example/cards' };
const minuteMs = 60_000;

let database: TestDatabase;
let dataSource: DataSource;
let connector: Connector;
let elsewhere: Connector;
let now = new Date('2026-11-30T12:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase('binding', (ownerUrl) => migrate('up', ownerUrl, migrations));
  dataSource = await createDataSource({ url: database.appUrl, entities: addressClasses.entities }).initialize();
  const common = {
    clock: { now: () => now, onMove: () => () => undefined },
    db: dataSource.manager,
    unitOfWork: createUnitOfWork(dataSource),
  };
  connector = createConnector({ provider, access, ...common });
  elsewhere = createConnector({
    provider: 'other-wallet',
    access: { domain: 'evil.example', uri: 'https://evil.example/' },
    ...common,
  });
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

interface Asked {
  readonly operationId: ReturnType<typeof newId<'operation'>>;
  readonly message: string;
  readonly scheme: string;
  readonly until: string | undefined;
}

async function tokenOf({ chain, address }: OtherWallet): Promise<string> {
  const { entered } = unwrap(readTypedAddress({ chain, address }, { code: provider, sites: null, elements: [] }));
  return unwrap(await connector.tokenise(entered)).token;
}

async function ask(wallet: OtherWallet, kind: 'BIND' | 'RESTORE' = 'BIND', at = connector): Promise<Asked> {
  const operationId = newId('operation');
  const token = await tokenOf(wallet);
  const sent = await at.send({ operationId, kind, token });
  if (sent.status !== 'PENDING') throw new Error(sent.status);
  const step = sent.activation?.steps[0];
  if (step?.kind !== 'SIGN_MESSAGE') throw new Error('nothing to sign');
  return { operationId, message: step.message, scheme: step.scheme, until: sent.activation?.until };
}

const nonceOf = (message: string) => /^Nonce: (\w+)$/m.exec(message)?.[1] ?? '';
const sign = (wallet: OtherWallet, message: string) => wallet.sign(message, nonceOf(message));
const answer = async ({ operationId }: Asked, signature: string) => connector.activate?.(operationId, { signature });
const rejected = (reason: string) => expect.objectContaining({ status: 'REJECTED', reason });

describe('the proof of an address', () => {
  it('asks in the words of EIP-4361, and is given once, by the wallet of any chain', async () => {
    for (const [name, wallet] of Object.entries(await oneOfEach())) {
      const asked = await ask(wallet);
      expect(asked.until).toBe(new Date(now.getTime() + 10 * minuteMs).toISOString());
      const signature = await sign(wallet, asked.message);
      const proved = await answer(asked, signature);
      expect([name, proved]).toEqual([name, { status: 'CONFIRMED', credentialReference: expect.any(String) }]);
      const credentialReference = (proved as { credentialReference: string }).credentialReference;
      expect(await answer(asked, signature)).toEqual({ status: 'CONFIRMED', credentialReference });
      expect(await connector.query(asked.operationId)).toEqual({ status: 'CONFIRMED', credentialReference });
      expect(await connector.credentialStatus(credentialReference)).toEqual({ ok: true, value: 'ACTIVE' });
    }
  });

  it('says domain, address, chain, nonce, moments and request, to the character', async () => {
    const wallet = evmWallet('eip155:137');
    const { message, operationId, scheme } = await ask(wallet);
    expect(scheme).toBe('EIP_191');
    expect(message.split('\n')).toEqual([
      'wallet.test.example wants you to sign in with your Ethereum account:',
      wallet.address,
      '',
      expect.stringMatching(/^[\x20-\x7e]+$/),
      '',
      'URI: https://wallet.test.example/cards',
      'Version: 1',
      'Chain ID: 137',
      expect.stringMatching(/^Nonce: [0-9a-f]{32}$/),
      `Issued At: ${now.toISOString()}`,
      `Expiration Time: ${new Date(now.getTime() + 10 * minuteMs).toISOString()}`,
      `Request ID: ${operationId}`,
    ]);
    expect((await ask(solanaWallet())).message).toContain('sign in with your Solana account:\n');
    expect((await ask(eosWallet())).message).toContain('Chain ID: antelope:aca376f206b8fc25a6ed44dbdc66547c');
  });

  it('asks for one text however many jobs send the same operation', async () => {
    const wallet = evmWallet();
    const [operationId, token] = [newId('operation'), await tokenOf(wallet)];
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => connector.send({ operationId, kind: 'BIND', token })),
    );
    expect(new Set(sent.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  });

  it('is one, however many good answers come at the same moment', async () => {
    const wallet = evmWallet();
    const asked = await ask(wallet);
    const signature = await sign(wallet, asked.message);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => answer(asked, signature)));
    const references = new Set(outcomes.map((outcome) => JSON.stringify(outcome)));
    expect(references.size).toBe(1);
    const rows = 'SELECT 1 FROM address_credential WHERE operation_id = $1';
    expect(await dataSource.query(rows, [asked.operationId])).toHaveLength(1);
  });

  it('is refused to another address, and to an altered text, with the reason', async () => {
    const wallet = evmWallet();
    const asked = await ask(wallet);
    expect(await answer(asked, await sign(evmWallet(), asked.message))).toEqual(rejected('OTHER_ADDRESS'));
    const told = async (signedMessage: string) =>
      answer(asked, JSON.stringify({ signature: await sign(wallet, signedMessage), signedMessage }));
    const { message } = asked;
    expect(await told(message.replace('wallet.test.example wants', 'evil.example wants'))).toEqual(
      rejected('OTHER_DOMAIN'),
    );
    expect(await told(message.replace('Chain ID: 1\n', 'Chain ID: 56\n'))).toEqual(rejected('OTHER_CHAIN'));
    expect(await told(message.replace(wallet.address, evmWallet().address))).toEqual(rejected('OTHER_ADDRESS'));
    expect(await told(message.replace('no funds', 'all funds'))).toEqual(rejected('MESSAGE_ALTERED'));
    expect(await told(message)).toMatchObject({ status: 'CONFIRMED' });
  });

  it('is refused to a signature for another site, another card or of before', async () => {
    const wallet = evmWallet();
    const first = await ask(wallet);
    const old = await sign(wallet, first.message);
    expect(await answer(first, old)).toMatchObject({ status: 'CONFIRMED' });
    const second = await ask(wallet);
    // Without the text it is just one that does not fit; with it, it is known again.
    expect(await answer(second, old)).toEqual(rejected('OTHER_ADDRESS'));
    expect(await answer(second, JSON.stringify({ signature: old, signedMessage: first.message }))).toEqual(
      rejected('MESSAGE_USED'),
    );
    const { message } = await ask(wallet, 'BIND', elsewhere);
    expect(message).toContain('evil.example wants you');
    const phished = { signature: await sign(wallet, message), signedMessage: message };
    expect(await answer(second, JSON.stringify(phished))).toEqual(rejected('OTHER_DOMAIN'));
    const ofSolana = solanaWallet();
    const [one, other] = [await ask(ofSolana), await ask(ofSolana)];
    expect(await answer(one, await sign(ofSolana, other.message))).toEqual(rejected('SIGNATURE_INVALID'));
  });

  it('is over after ten minutes; who binds is shown the next text, who restores begins again', async () => {
    const wallet = await substrateWallet();
    const asked = await ask(wallet);
    const restoring = await ask(wallet, 'RESTORE');
    const signature = await sign(wallet, asked.message);
    expect(await connector.query(asked.operationId)).toMatchObject({ status: 'ACTIVATION_REQUIRED' });
    expect(await connector.query(restoring.operationId)).toMatchObject({ status: 'PENDING' });
    const before = now;
    now = new Date(now.getTime() + 10 * minuteMs);
    try {
      const late = await answer(asked, signature);
      expect(late).toEqual(rejected('MESSAGE_EXPIRED'));
      const next = (late as { activation?: { steps: { message: string }[] } }).activation?.steps[0]?.message ?? '';
      expect(nonceOf(next)).not.toBe(nonceOf(asked.message));
      expect(await connector.query(asked.operationId)).toMatchObject({
        status: 'ACTIVATION_REQUIRED',
        activation: { steps: [{ message: next }] },
      });
      const lateRestore = await answer(restoring, await sign(wallet, restoring.message));
      expect(lateRestore).toEqual({ status: 'REJECTED', reason: 'MESSAGE_EXPIRED' });
      expect(await connector.query(restoring.operationId)).toEqual({ status: 'REFUSED', cause: 'MESSAGE_NOT_SIGNED' });
      expect(await answer(asked, signature)).toEqual(rejected('SIGNATURE_INVALID'));
      expect(await answer(asked, await sign(wallet, next))).toMatchObject({ status: 'CONFIRMED' });
    } finally {
      now = before;
    }
  });

  it('looks at ten answers to a text, and at no more', async () => {
    const wallet = evmWallet();
    const asked = await ask(wallet);
    const outcomes = [];
    for (let round = 0; round < 11; round++) outcomes.push(await answer(asked, `0x${'11'.repeat(65)}`));
    expect(outcomes[0]).toEqual({ status: 'REJECTED', reason: 'SIGNATURE_FORMAT', attemptsLeft: 9 });
    expect(outcomes[9]).toMatchObject({ attemptsLeft: 0 });
    expect(outcomes[10]).toEqual({ status: 'REJECTED', reason: 'TOO_MANY_TRIES', attemptsLeft: 0 });
    expect(await answer(asked, await sign(wallet, asked.message))).toEqual(rejected('TOO_MANY_TRIES'));
  });

  it.each(['', ' ', '{', '{"signature":1}', '{"signature":"0x00","more":true}', 'x'.repeat(4_001), '0x', '\u0000'])(
    'takes no %j for a signature',
    async (text) => {
      const asked = await ask(evmWallet());
      expect(await answer(asked, text)).toEqual(rejected('SIGNATURE_FORMAT'));
    },
  );

  it('ends with the unbind, of which nobody outside is told', async () => {
    const wallet = evmWallet();
    const asked = await ask(wallet);
    const proved = await answer(asked, await sign(wallet, asked.message));
    const credentialReference = (proved as { credentialReference: string }).credentialReference;
    const token = await tokenOf(wallet);
    const unbind = { operationId: newId('operation'), kind: 'UNBIND', token, credentialReference } as const;
    expect(await connector.query(unbind.operationId, unbind)).toEqual({ status: 'OPERATION_UNKNOWN' });
    expect(await connector.send(unbind)).toEqual({ status: 'CONFIRMED' });
    expect(await connector.send(unbind)).toEqual({ status: 'CONFIRMED' });
    expect(await connector.query(unbind.operationId, unbind)).toEqual({ status: 'CONFIRMED' });
    expect(await connector.credentialStatus(credentialReference)).toEqual({ ok: true, value: 'ABSENT' });
    expect(await elsewhere.credentialStatus(credentialReference)).toEqual({ ok: true, value: 'ABSENT' });
    expect(await connector.query(newId('operation'))).toEqual({ status: 'OPERATION_UNKNOWN' });
  });
});
