import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createLog } from '../log';
import { createMetrics } from '../metrics';
import { createHttpHost } from './http-host';
import { toListeningAddress } from './listening-address';
import { addNothingHere } from './nothing-here';

const log = createLog({ service: 'test', level: 'silent', format: 'json' });
const create = () =>
  createHttpHost({ host: '127.0.0.1', port: 0, log, metrics: createMetrics('test'), isReady: async () => false });

describe('every answer', () => {
  it('says that its type is not to be guessed, errors too', async () => {
    const { app } = create();
    for (const url of ['/graphql', '/health/ready', '/nothing-here']) {
      const { headers } = await app.inject(url);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers).not.toHaveProperty('strict-transport-security');
    }
  });
});

describe('readiness', () => {
  it('is 503 while the work cannot be done, and liveness is not touched by it', async () => {
    const { ops } = create();
    expect((await ops.inject('/health/ready')).statusCode).toBe(503);
    expect((await ops.inject('/health/live')).statusCode).toBe(200);
  });
});

describe('how a program is', () => {
  const paths = [
    '/metrics',
    '/health/live',
    '/health/ready',
    '/health',
    '/metrics/',
    '/METRICS',
    '//metrics',
    '/%6detrics',
  ];

  it('is told on a listener of its own, on this machine only, and nowhere else', async () => {
    const { app, ops, start, stop } = create();
    addNothingHere(app);
    for (const url of paths) {
      const { statusCode, body } = await app.inject(url);
      expect([url, statusCode]).toEqual([url, 404]);
      expect(JSON.parse(body)).toEqual({
        errors: [{ message: expect.any(String), extensions: { code: 'NOT_FOUND' } }],
      });
    }
    expect((await ops.inject('/metrics')).body).toContain('process_cpu_seconds_total');
    expect((await ops.inject({ method: 'POST', url: '/metrics', payload: 'x' })).statusCode).toBe(404);
    await start();
    const [own, others] = [ops, app].map(({ server }) => server.address() as AddressInfo);
    expect([own?.address, others?.address]).toEqual(['127.0.0.1', '127.0.0.1']);
    expect(own?.port).not.toBe(others?.port);
    await stop();
  });

  it('has its own port: a hundred after the public one where nobody says another', () => {
    const config = { HOST: '0.0.0.0', PORT: 4000, OPS_HOST: '127.0.0.1', DRAIN_GRACE_MS: 0 };
    expect(toListeningAddress(config)).toMatchObject({
      host: '0.0.0.0',
      opsHost: '127.0.0.1',
      port: 4000,
      opsPort: 4100,
    });
    expect(toListeningAddress({ ...config, OPS_PORT: 9090 })).toMatchObject({ opsPort: 9090 });
    expect(toListeningAddress({ ...config, PORT: 0 })).toMatchObject({ opsPort: 0 });
  });

  it('is 503 while something else keeps it from its work, and says what', async () => {
    const problems: string[] = [];
    const { ops: app } = createHttpHost({
      host: '',
      port: 0,
      log,
      metrics: createMetrics('test'),
      isReady: async () => true,
      problems: () => problems,
    });
    expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ready' });
    problems.push('bindery.binding/3 is not read since 40 s');
    const answer = await app.inject('/health/ready');
    expect([answer.statusCode, answer.json()]).toEqual([503, { status: 'not ready', because: problems }]);
  });
});

describe('a line that is logged for a request', () => {
  const traceId = 'a'.repeat(32);

  async function linesOf(headers: Record<string, string>) {
    const lines: { msg: string; traceId?: string }[] = [];
    const destination = { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) };
    const log = createLog({ service: 'test', level: 'info', format: 'json', destination });
    const { app } = createHttpHost({
      host: '',
      port: 0,
      log,
      metrics: createMetrics('test'),
      isReady: async () => true,
    });
    app.get('/work', async () => {
      log.info('begun');
      await pause(1);
      log.info('done');
      return {};
    });
    await app.inject({ url: '/work', headers });
    log.info('outside');
    return lines.map(({ msg, traceId }) => ({ msg, traceId }));
  }

  it('has the trace that came with it, later too, and nothing else has', async () => {
    expect(await linesOf({ traceparent: `00-${traceId}-${'b'.repeat(16)}-01` })).toEqual([
      { msg: 'begun', traceId },
      { msg: 'done', traceId },
      { msg: 'outside', traceId: undefined },
    ]);
  });

  it('has a new one where none came', async () => {
    const [begun, done] = await linesOf({});
    expect(begun?.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(done?.traceId).toBe(begun?.traceId);
  });
});
