import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unzipSync } from 'fflate';
import { newId } from '@bindery/kernel';
import { startPasses, type RunningPasses } from '../testing/start-passes';

/** What APNs answers to each token; 200 where nothing is said. */
const answers = new Map<string, { status: number; body?: object }>();
let pushed: string[] = [];
let server: Server;
let passes: RunningPasses;

beforeAll(async () => {
  server = createServer((request, response) => {
    const token = request.url?.split('/').at(-1) ?? '';
    pushed.push(token);
    request.resume().on('end', () => {
      const { status, body } = answers.get(token) ?? { status: 200 };
      response.writeHead(status).end(body && JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  passes = await startPasses(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}, 60_000);
afterAll(async () => {
  await passes?.stop();
  server.close();
});
beforeEach(() => {
  answers.clear();
  pushed = [];
});

/** A pass on devices with these push tokens. */
async function passOn(...tokens: string[]) {
  const { link } = await passes.issue();
  const { bytes } = await passes.ask('GET', link);
  const pass = JSON.parse(Buffer.from(unzipSync(bytes)['pass.json'] ?? []).toString('utf8'));
  const register = (device: string, pushToken: string) =>
    passes.ask('POST', `/v1/devices/${device}/registrations/${passes.passType}/${pass.serialNumber}`, {
      token: pass.authenticationToken,
      body: { pushToken },
    });
  for (const token of tokens) await register(`d-${token}`, token);
  await passes.drain();
  const reference: string = pass.barcodes[0].message;
  const change = (kind: 'SUSPEND' | 'RESUME' | 'UNBIND') =>
    passes.connector.send({ operationId: newId('operation'), kind, token: '', credentialReference: reference });
  return { register, change, reference };
}
const token = (letter: string) => letter.repeat(64);

describe('a push for a changed pass', () => {
  it('goes to each device once for each change, and not for what is asked again', async () => {
    const { change } = await passOn(token('a'), token('b'));
    await change('SUSPEND');
    await passes.drain();
    expect(pushed.sort()).toEqual([token('a'), token('b')]);
    await change('SUSPEND');
    await passes.drain();
    expect(pushed).toHaveLength(2);
    await change('RESUME');
    await passes.drain();
    expect(pushed).toHaveLength(4);
  });

  it('is tried again for the devices only that were not reached', async () => {
    const { change } = await passOn(token('c'), token('d'));
    answers.set(token('d'), { status: 503 });
    await change('SUSPEND');
    await expect(passes.drain()).rejects.toThrow('1 devices were not told of a pass: status 503');
    answers.clear();
    pushed = [];
    await change('RESUME');
    await change('SUSPEND');
    await passes.drain();
    expect(pushed.filter((each) => each === token('d'))).toHaveLength(1);
  });

  it('forgets a device that is gone; with the last one the pass is, and the platform hears of it', async () => {
    const { change, reference } = await passOn(token('e'), token('g'));
    answers.set(token('e'), { status: 410, body: { reason: 'Unregistered', timestamp: passes.clock.now().getTime() } });
    await change('SUSPEND');
    expect(await passes.drain()).toEqual([]);
    answers.set(token('g'), { status: 400, body: { reason: 'BadDeviceToken' } });
    await change('RESUME');
    expect(await passes.drain()).toEqual([
      { type: 'credential.removed', provider: 'apple-wallet', credentialReference: reference },
    ]);
  });

  it('keeps a device that registered again after APNs saw the last of its token', async () => {
    const { change } = await passOn(token('h'));
    const before = passes.clock.now().getTime() - 1_000;
    answers.set(token('h'), { status: 410, body: { reason: 'Unregistered', timestamp: before } });
    await change('SUSPEND');
    await expect(passes.drain()).rejects.toThrow('registered again');
    answers.clear();
    await change('RESUME');
    expect(await passes.drain()).toEqual([]);
  });

  it('wakes a device at once that registers after the pass has changed', async () => {
    const { change, register } = await passOn(token('i'));
    await change('UNBIND');
    await passes.drain();
    pushed = [];
    await register('late', token('j'));
    await passes.drain();
    expect(pushed).toEqual([token('j')]);
  });

  it('never puts a push token into what it throws', async () => {
    const { change } = await passOn(token('k'));
    answers.set(token('k'), { status: 500, body: { reason: token('k') } });
    await change('SUSPEND');
    await expect(passes.drain()).rejects.toThrow(/^1 devices were not told of a pass: status 500$/);
  });
});
