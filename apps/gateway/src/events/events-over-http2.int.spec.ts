import { connect, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2';
import { generate } from 'selfsigned';
import { eventually } from '@bindery/testing';
import { newViewer, notified, tokenFor } from '../testing/viewers';
import { createTestEventLog, type TestEventLog } from '../testing/test-event-log';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform';

describe('live changes over HTTP/2', () => {
  let log: TestEventLog;
  let platform: TestPlatform;
  let session: ClientHttp2Session;
  beforeAll(async () => {
    const made = await generate([{ name: 'commonName', value: 'localhost' }], {
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
    });
    log = await createTestEventLog();
    platform = await startTestPlatform('production', { tls: made, env: { EVENT_LOG_URL: log.url } });
    session = connect(platform.url, { ca: made.cert });
  });
  afterAll(async () => {
    session.close();
    await platform.stop();
    await log.stop();
  });

  it('come at once and uncompressed, whatever the client accepts, and end with the process', async () => {
    const viewer = newViewer();
    const stream = session.request({
      ':path': '/events',
      authorization: `Bearer ${await tokenFor(viewer, platform.accessTokenKey)}`,
      'accept-encoding': 'br, gzip',
    });
    const headers = await new Promise<IncomingHttpHeaders>((done) => stream.once('response', done));
    expect(headers).toMatchObject({
      ':status': 200,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('content-encoding');
    let text = '';
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    await eventually(() => expect(text).toContain('event: alive'));
    const event = notified(viewer);
    await log.publish('notification', [event]);
    await eventually(() => expect(text).toContain(event.key));
    const ended = new Promise((done) => stream.once('end', done));
    await platform.stopGateway();
    await ended;
    expect(text).toMatch(/event: end\ndata: {"reason":"CLOSING"}\n\n$/);
  });
});
