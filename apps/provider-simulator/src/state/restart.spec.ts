import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '@bindery/kernel';
import { eventually, freePort, startProgram } from '@bindery/testing';
import { bindCard, settled, takeToken } from '../testing/bind-card';
import { catalogueFolder, providerKeys, readerKeys } from '../testing/catalogue';
import { carrierKey, startWorld, type World } from '../testing/start-world';
import { openStore } from './store';

let dataDir: string;
beforeEach(async () => void (dataDir = await mkdtemp(path.join(tmpdir(), 'simulator-'))));
afterEach(() => rm(dataDir, { recursive: true }));

describe('the world outside, after a restart', () => {
  async function restarted(world: World, settleDelayMs?: number): Promise<World> {
    await world.stopSimulator();
    return startWorld({ dataDir, platform: world.platform, settleDelayMs });
  }

  /** As if the time had passed in which operations wait. */
  async function makeDue(): Promise<void> {
    const { store, loaded } = await openStore(path.join(dataDir, 'state'));
    for (const [key, value] of loaded) {
      const { id, record } = value as { id: string; record: object };
      if (key.startsWith('operations/'))
        store.write({ type: 'put', key, value: { id, record: { ...record, settleAt: Date.now() } } });
    }
    await store.close();
  }

  it('still knows credentials, obligations, operations, messages and tokens', async () => {
    const before = await startWorld({ dataDir });
    const reference = await bindCard(before, 'seaside-bank');
    const token = await takeToken(before, 'seaside-bank');
    const owed = {
      balance: { value: 12300, currency: 'CNY' },
      pending: [],
      mandates: [{ id: 'm-1', merchant: 'Video Club' }],
    };
    await before.plain('PUT', `/providers/seaside-bank/credentials/${reference}/obligations`, owed);
    const sms = { authorization: `Bearer ${carrierKey}`, 'idempotency-key': 'k-1' };
    const sent = await before.plain('POST', '/sms/messages', { to: '+8613800000001', text: 'hello' }, sms);

    const world = await restarted(before);
    expect(await world.signed('seaside-bank', 'GET', `/credentials/${reference}`)).toMatchObject({
      body: { status: 'ACTIVE' },
    });
    expect((await world.signed('seaside-bank', 'GET', `/credentials/${reference}/obligations`)).body).toEqual(owed);
    expect(await takeToken(world, 'seaside-bank')).toBe(token);
    expect(await world.plain('POST', '/sms/messages', { to: '+8613800000001', text: 'hello' }, sms)).toEqual(sent);
    expect(await world.operate('seaside-bank', 'UNBIND', { credentialReference: reference })).toMatchObject({
      status: 202,
    });
    await world.stop();
  });

  it('settles what was pending', async () => {
    const before = await startWorld({ dataDir, settleDelayMs: 60_000 });
    const operationId = newId('operation');
    await before.operate('seaside-bank', 'BIND', { token: await takeToken(before, 'seaside-bank') }, operationId);
    await before.stopSimulator();
    await makeDue();
    const world = await startWorld({ dataDir, platform: before.platform });
    expect(await settled(world, operationId)).toMatch(/^cred_/);
    await world.stop();
  });

  it('carries over once what an older simulator left, and goes on from there', async () => {
    await cp(path.join(__dirname, '../testing/older-data'), dataDir, { recursive: true });
    const before = await startWorld({ dataDir });
    const left = 'operation_01m8m5w20heansz6x9jqvaps9c'; // was pending then, and its time has come
    await eventually(async () =>
      expect((await before.plain('GET', '/world')).body).toMatchObject({
        credentials: [
          { provider: 'seaside-bank', status: 'ACTIVE' },
          { provider: 'cloudgate', status: 'ACTIVE' },
          { provider: 'harbour-bank', status: 'ABSENT' },
          { provider: 'seaside-bank', status: 'ACTIVE' },
        ],
        operations: [{}, {}, {}, { provider: 'seaside-bank', operationId: left, status: 'CONFIRMED' }],
        messages: [{ channel: 'SMS', to: '+8613800000001', text: 'hello' }],
      }),
    );
    expect(await takeToken(before, 'seaside-bank')).toBe('tok_5cb5dd43ccb86f9940684a500d927598');
    await bindCard(before, 'seaside-bank');
    expect(await readdir(dataDir)).toEqual(['state']);

    const world = await restarted(before);
    expect((await world.plain('GET', '/world')).body.credentials).toHaveLength(5);
    await world.stop();
  });

  it('has not kept a card number', async () => {
    const world = await startWorld({ dataDir });
    await bindCard(world, 'seaside-bank');
    await world.stop();
    const files = await readdir(path.join(dataDir, 'state'));
    const kept = await Promise.all(files.map((file) => readFile(path.join(dataDir, 'state', file), 'latin1')));
    expect(kept.join()).toContain('"lastFour":"1111"');
    expect(kept.join()).not.toContain('4111111111111111');
  });
});

describe('the program', () => {
  it('starts, survives being killed, and drains on SIGTERM', async () => {
    const [port, opsPort] = [await freePort(), await freePort()];
    const env = {
      PORT: String(port),
      OPS_PORT: String(opsPort),
      NODE_ENV: 'development',
      SMTP_PORT: '0',
      BINDING_URL: `http://127.0.0.1:${await freePort()}`,
      PROVIDERS_PATH: catalogueFolder,
      PROVIDER_KEYS: JSON.stringify(providerKeys),
      READER_KEYS: JSON.stringify(readerKeys),
      SMS_CARRIER_KEY: carrierKey,
      DATA_DIR: dataDir,
    };
    const start = async () => {
      const child = startProgram('apps/provider-simulator/src/main.ts', env);
      await eventually(async () => expect((await fetch(`http://127.0.0.1:${opsPort}/health/ready`)).status).toBe(200), {
        withinMs: 20_000,
      });
      return child;
    };
    const headers = {
      authorization: `Bearer ${carrierKey}`,
      'idempotency-key': 'k-1',
      'content-type': 'application/json',
    };
    const send = () =>
      fetch(`http://127.0.0.1:${port}/sms/messages`, {
        method: 'POST',
        headers,
        body: '{"to":"+8613800000001","text":"hello"}',
      });

    const first = await start();
    const acknowledged = await (await send()).json();
    first.kill('SIGKILL');
    await once(first, 'exit');
    const second = await start();
    expect(await (await send()).json()).toEqual(acknowledged);
    second.kill('SIGTERM');
    expect(await once(second, 'exit')).toEqual([0, null]);
  });

  it('says in one line what its configuration lacks, and ends', async () => {
    const child = startProgram('apps/provider-simulator/src/main.ts', {}, 'pipe');
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said).toMatch(/BINDING_URL/);
    expect(said).not.toMatch(/\n\s+at /);
  });
});
