import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '@bindery/kernel';
import { eventually, freePort } from '@bindery/testing';
import { bindCard, settled, takeToken } from '../testing/bind-card';
import { carrierKey, secrets, startWorld, type World } from '../testing/start-world';
import { openJournal, readJournal, StateFileBroken } from './journal';

let dataDir: string;
beforeEach(async () => void (dataDir = await mkdtemp(path.join(tmpdir(), 'simulator-'))));
afterEach(() => rm(dataDir, { recursive: true }));
const stateFile = () => path.join(dataDir, 'provider-simulator.jsonl');

describe('the world outside, after a restart', () => {
  async function restarted(world: World, settleDelayMs?: number): Promise<World> {
    await world.stopSimulator();
    return startWorld({ dataDir, platform: world.platform, settleDelayMs });
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
    const lines = (await readFile(stateFile(), 'utf8')).replace(/"settleAt":\d+/g, `"settleAt":${Date.now()}`);
    await writeFile(stateFile(), lines);
    const world = await startWorld({ dataDir, platform: before.platform });
    expect(await settled(world, operationId)).toMatch(/^cred_/);
    await world.stop();
  });

  it('has not kept a card number', async () => {
    const world = await startWorld({ dataDir });
    await bindCard(world, 'seaside-bank');
    await world.stop();
    expect(await readFile(stateFile(), 'utf8')).not.toContain('4111111111111111');
  });
});

describe('journal', () => {
  const line = (id: string) => ({ collection: 'cards', id, record: { id } });

  it('leaves out a last line cut short, and refuses any other that it cannot read', async () => {
    const journal = await openJournal(stateFile(), () => [line('a')]);
    journal.append(line('b'));
    await journal.flushed();
    await appendFile(stateFile(), '{"collection":"car');
    expect(await readJournal(stateFile())).toEqual([line('a'), line('b')]);
    await appendFile(stateFile(), '\n');
    await expect(readJournal(stateFile())).rejects.toThrow(StateFileBroken);
    await expect(readJournal(stateFile())).rejects.toThrow(/jsonl:3 is not JSON; delete the file/);
  });

  it('writes the whole file anew after a write that failed', async () => {
    const kept = [line('a')];
    const journal = await openJournal(stateFile(), () => kept);
    await rm(dataDir, { recursive: true });
    kept.push(line('b'));
    journal.append(line('b'));
    await expect(journal.flushed()).rejects.toThrow(/ENOENT/);
    dataDir = path.dirname(stateFile());
    await (await import('node:fs/promises')).mkdir(dataDir);
    await journal.flushed();
    expect(await readJournal(stateFile())).toEqual(kept);
  });
});

describe('the program', () => {
  const repository = path.join(__dirname, '../../../..');

  it('starts, survives being killed, and drains on SIGTERM', async () => {
    const port = await freePort();
    const env = {
      PATH: process.env.PATH,
      PORT: String(port),
      SMTP_PORT: '0',
      BINDING_URL: `http://127.0.0.1:${await freePort()}`,
      PROVIDER_SECRETS: JSON.stringify(secrets),
      SMS_CARRIER_KEY: carrierKey,
      DATA_DIR: dataDir,
    };
    const start = async () => {
      const child = spawn(
        process.execPath,
        ['-r', './tools/runtime/register.cjs', 'apps/provider-simulator/src/main.ts'],
        { cwd: repository, env, stdio: 'ignore' },
      );
      await eventually(async () => expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200), {
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
    const child = spawn(
      process.execPath,
      ['-r', './tools/runtime/register.cjs', 'apps/provider-simulator/src/main.ts'],
      { cwd: repository, env: { PATH: process.env.PATH } },
    );
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said).toMatch(/BINDING_URL/);
    expect(said).not.toMatch(/\n\s+at /);
  });
});
