import type { AddressInfo } from 'node:net';
import { request as undiciRequest, Agent } from 'undici';
import { createLog } from '../log';
import { createMetrics } from '../metrics';
import { eventually } from '@bindery/testing';
import { createHttpHost, type HttpHost } from './http-host';

const log = createLog({ service: 'test', level: 'silent', format: 'json' });

async function start(drainGraceMs: number) {
  const host = createHttpHost({
    host: '127.0.0.1',
    port: 0,
    log,
    metrics: createMetrics('test'),
    isReady: async () => true,
    drainGraceMs,
  });
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  host.app.get('/slow', async () => held.then(() => 'done'));
  host.app.get('/quick', async () => 'done');
  await host.start();
  const urlOf = ({ server }: HttpHost['app']) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, release, url: urlOf(host.app), opsUrl: urlOf(host.ops) };
}

const get = async (url: string, dispatcher = new Agent()) => {
  const { statusCode, headers, body } = await undiciRequest(url, { dispatcher });
  return { statusCode, connection: headers.connection, text: await body.text() };
};

describe('a server that is told to stop', () => {
  it('is not ready at once, serves new connections for the grace and says that each is the last on its connection', async () => {
    const { host, url, opsUrl } = await start(400);
    const kept = new Agent({ connections: 1 });
    expect(await get(`${url}/quick`, kept)).toMatchObject({ statusCode: 200, connection: 'keep-alive' });
    const stopped = host.stop();
    expect(await get(`${opsUrl}/health/ready`)).toMatchObject({ statusCode: 503 });
    expect(await get(`${url}/quick`)).toEqual({ statusCode: 200, connection: 'close', text: 'done' });
    expect(await get(`${url}/quick`, kept)).toEqual({ statusCode: 200, connection: 'close', text: 'done' });
    await stopped;
    await expect(get(`${url}/quick`)).rejects.toThrow();
  });

  it('finishes what is on the way before it is stopped', async () => {
    const { host, url, release } = await start(0);
    const answer = get(`${url}/slow`);
    await eventually(() => expect(connectionsOf(host)).resolves.toBe(1));
    let stopped = false;
    const stopping = host.stop().then(() => (stopped = true));
    await eventually(() => expect(get(`${url}/quick`)).rejects.toThrow());
    expect(stopped).toBe(false);
    release();
    expect(await answer).toEqual({ statusCode: 200, connection: 'close', text: 'done' });
    await stopping;
  });
});

const connectionsOf = ({ app }: HttpHost) =>
  new Promise<number>((resolve, reject) =>
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
