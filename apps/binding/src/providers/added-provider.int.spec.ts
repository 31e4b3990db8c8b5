import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, systemClock, unwrap } from '@bindery/kernel';
import { createLog } from '@bindery/service';
import { eventually } from '@bindery/testing';
import { CardNumber } from './kinds/bank-card/card-number.rules';
import type { EnteredWallet } from './kinds/wallet/wallet.rules';
import { startSimulator, type RunningSimulator } from '../testing/start-simulator';
import { noDatabase } from '../testing/no-database';
import type { SentKind } from './connector.rules';
import { createConnectors, type ConnectorSet } from './create-connectors';
import { loadProviderCatalogue } from '../catalogue/provider-catalogue';

const log = createLog({ service: 'test', level: 'silent', format: 'json' });

describe('a provider that was added to the catalogue, by one file and nothing else', () => {
  let folder: string;
  let simulator: RunningSimulator;
  let set: ConnectorSet;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
    await cp(join(__dirname, '../catalogue/providers'), folder, { recursive: true });
    const bank = JSON.parse(await readFile(join(folder, 'seaside-bank.json'), 'utf8'));
    const added = { ...bank, name: { 'zh-CN': '山间银行', en: 'Mountain Bank' } };
    await writeFile(join(folder, 'mountain-bank.json'), JSON.stringify(added));
    const wallet = JSON.parse(await readFile(join(folder, 'sinopec-yijie.json'), 'utf8'));
    const tea = { ...wallet, name: { 'zh-CN': '茶馆钱包', en: 'Tea House Wallet' } };
    await writeFile(join(folder, 'tea-house.json'), JSON.stringify(tea));
    // Nobody listens to its webhooks here: what became of an operation is asked for.
    simulator = await startSimulator('http://127.0.0.1:9', folder);
    set = createConnectors({
      profiles: loadProviderCatalogue(folder),
      providers: simulator.providers,
      publicUrl: 'http://127.0.0.1:9',
      clock: systemClock,
      log,
      ...noDatabase,
    });
  });
  afterAll(async () => {
    await set?.close();
    await simulator?.stop();
    await rm(folder, { recursive: true });
  });

  it('takes a card, and nobody else knows it', async () => {
    const input = { kind: 'BANK_CARD', number: unwrap(CardNumber.parse('4111111111111111')) } as const;
    const { token } = unwrap(await set.connectors('mountain-bank').tokenise(input));
    const operationId = newId('operation');
    await set.connectors('mountain-bank').send({ operationId, kind: 'BIND', token });
    await eventually(async () =>
      expect(await set.connectors('mountain-bank').query(operationId)).toMatchObject({ status: 'CONFIRMED' }),
    );
    expect(await set.connectors('seaside-bank').query(operationId)).not.toMatchObject({ status: 'CONFIRMED' });
  });

  it('takes an account of a wallet through its whole life', async () => {
    const connector = set.connectors('tea-house');
    const account: EnteredWallet = { kind: 'WALLET', account: '13800001019' };
    const { token, lastFour } = unwrap(await connector.tokenise(account));
    expect(lastFour).toBe('1019');
    const unknown: EnteredWallet = { ...account, account: '13800000004' };
    expect(await connector.tokenise(unknown)).toMatchObject({
      error: { reason: 'ACCOUNT_UNKNOWN' },
    });
    const perform = async (kind: SentKind, credentialReference?: string) => {
      const operationId = newId('operation');
      await connector.send({ operationId, kind, token, credentialReference });
      return eventually(async () => {
        const standing = await connector.query(operationId);
        if (standing.status !== 'CONFIRMED') throw new Error(`${kind} is ${standing.status}`);
        return standing.credentialReference ?? '';
      });
    };
    const reference = await perform('BIND');
    const life = [
      ['SUSPEND', 'SUSPENDED'],
      ['RESUME', 'ACTIVE'],
      ['UNBIND', 'ABSENT'],
      ['RESTORE', 'ACTIVE'],
    ] as const;
    for (const [kind, status] of life) {
      await perform(kind, reference);
      expect(await connector.credentialStatus(reference)).toEqual({ ok: true, value: status });
    }
    await simulator.order('POST', `/providers/tea-house/credentials/${reference}/removal`);
    expect(await connector.credentialStatus(reference)).toEqual({ ok: true, value: 'ABSENT' });
  });

  it('has its name on the page of the world outside, and can be told to misbehave', async () => {
    const page = await (await fetch(`${simulator.url}/?lang=zh`)).text();
    expect(page).toContain('山间银行');
    expect(
      await simulator.order('PUT', '/faults', { provider: 'mountain-bank', mode: 'error', times: 1 }),
    ).toMatchObject({
      provider: 'mountain-bank',
    });
  });
});
