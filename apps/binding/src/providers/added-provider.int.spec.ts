import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, systemClock, unwrap } from '@bindery/kernel';
import { createLog } from '@bindery/service';
import { eventually } from '@bindery/testing';
import { CardNumber } from './kinds/bank-card/card-number.rules';
import { startSimulator, type RunningSimulator } from '../testing/start-simulator';
import { createConnectors, type ConnectorSet } from './create-connectors';
import { loadProviderCatalogue } from '../catalogue/provider-catalogue';

const log = createLog({ service: 'test', level: 'silent', format: 'json' });

describe('a provider that was added to providers.json, by one entry and nothing else', () => {
  let folder: string;
  let simulator: RunningSimulator;
  let set: ConnectorSet;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
    const file = join(folder, 'providers.json');
    const ours = JSON.parse(await readFile(join(__dirname, '../catalogue/providers.json'), 'utf8'));
    const added = { ...ours['seaside-bank'], name: { 'zh-CN': '山间银行', en: 'Mountain Bank' } };
    await writeFile(file, JSON.stringify({ ...ours, 'mountain-bank': added }));
    // Nobody listens to its webhooks here: what became of an operation is asked for.
    simulator = await startSimulator('http://127.0.0.1:9', file);
    set = createConnectors({
      profiles: loadProviderCatalogue(file),
      providers: simulator.providers,
      publicUrl: 'http://127.0.0.1:9',
      clock: systemClock,
      log,
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
