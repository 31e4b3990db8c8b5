import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually, freePort } from '@bindery/testing';
import { canSendAgain } from './can-send-again';
import { createSmsCarrier } from './sms-carrier';

type Behaviour = (request: IncomingMessage, response: ServerResponse, body: string) => void;

describe('SMS carrier client', () => {
  let behave: Behaviour;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    behave(request, response, Buffer.concat(chunks).toString());
  });
  let baseUrl: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const carrier = (timeoutMs?: number) =>
    createSmsCarrier({
      baseUrl: `${baseUrl}/`,
      key: 'the-key',
      isServed: (phone) => phone !== '+19002345678',
      timeoutMs,
    });
  const sms = { to: '+8613800000001', text: '验证码 123456', idempotencyKey: 'notification_1' };
  const answer =
    (status: number, body: unknown, headers: Record<string, string> = {}): Behaviour =>
    (_request, response) =>
      void response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));

  it('sends with the bearer key and the idempotency key', async () => {
    let seen: unknown;
    behave = (request, response, body) => {
      const { authorization, 'idempotency-key': key } = request.headers;
      seen = { path: request.url, authorization, key, body: JSON.parse(body) };
      response.writeHead(202).end('{"messageId":"sms_1","state":"ACCEPTED"}');
    };
    expect(await carrier().send(sms)).toEqual({ ok: true, value: { messageId: 'sms_1', state: 'ACCEPTED' } });
    expect(seen).toEqual({
      path: '/sms/messages',
      authorization: 'Bearer the-key',
      key: 'notification_1',
      body: { to: sms.to, text: sms.text },
    });
  });

  it('never asks the carrier to reach a number that is not served', async () => {
    let asked = 0;
    behave = (_request, response) => void response.end(String((asked += 1)));
    const refused = await carrier().send({ ...sms, to: '+19002345678' });
    expect(refused).toEqual({ ok: false, error: { kind: 'NUMBER_NOT_SERVED' } });
    expect(canSendAgain({ kind: 'NUMBER_NOT_SERVED' })).toBe(false);
    expect(asked).toBe(0);
  });

  it.each(['', 'x'.repeat(201), 'sms_\0', 'sms\n1', 'sms_\ud800', 7, null])(
    'takes no id of a message that could not be kept: %j',
    async (messageId) => {
      behave = answer(202, { messageId, state: 'ACCEPTED' });
      expect(await carrier().send(sms)).toMatchObject({ ok: false });
    },
  );

  it.each(['9999-12-31T00:00:00Z', '0000-01-01T00:00:00Z', '1969-01-01T00:00:00Z', 'today', -1])(
    'takes no time that cannot be: %j',
    async (at) => {
      behave = answer(200, { state: 'DELIVERED', at });
      expect(await carrier().readState('sms_1')).toMatchObject({ ok: false });
    },
  );

  it('reads no answer without end', async () => {
    let ended = false;
    behave = (_request, response) => {
      response.writeHead(200).on('close', () => (ended = true));
      const more = () => void (!ended && response.write('x'.repeat(32 * 1024), () => setImmediate(more)));
      more();
    };
    expect(await carrier(60_000).readState('sms_1')).toMatchObject({ ok: false });
    await eventually(() => Promise.resolve(expect(ended).toBe(true)));
  });

  it('reads where a message stands', async () => {
    behave = (request, response) =>
      void response.end(
        request.url === '/sms/messages/sms%2F1' ? '{"state":"DELIVERED","at":"2026-01-01T00:00:00Z"}' : '',
      );
    expect(await carrier().readState('sms/1')).toEqual({
      ok: true,
      value: { state: 'DELIVERED', at: new Date('2026-01-01T00:00:00Z') },
    });
  });

  it.each([
    ['a wrong number', answer(422, { code: 'NUMBER_NOT_ACCEPTED' }), { kind: 'NUMBER_NOT_ACCEPTED' }, false],
    [
      'a key used for another message',
      answer(422, { code: 'IDEMPOTENCY_KEY_REUSED' }),
      { kind: 'IDEMPOTENCY_KEY_REUSED' },
      false,
    ],
    ['an unknown message', answer(404, { code: 'MESSAGE_UNKNOWN' }), { kind: 'MESSAGE_UNKNOWN' }, false],
    ['a refused key', answer(401, ''), { kind: 'KEY_REFUSED' }, true],
    ['a busy carrier', answer(429, '', { 'retry-after': '7' }), { kind: 'CARRIER_BUSY', retryAfterMs: 7000 }, true],
    [
      'a busy carrier that does not say until when',
      answer(429, ''),
      { kind: 'CARRIER_BUSY', retryAfterMs: 1000 },
      true,
    ],
    ['a broken carrier', answer(503, 'gone'), { kind: 'CARRIER_UNAVAILABLE', detail: 'status 503' }, true],
    ['a redirect', answer(302, '', { location: 'http://elsewhere.example' }), { kind: 'CARRIER_UNAVAILABLE' }, true],
    [
      'a closed connection',
      ((request) => void request.socket.destroy()) as Behaviour,
      { kind: 'CARRIER_UNAVAILABLE' },
      true,
    ],
    ['an answer that is not JSON', answer(202, '<html>'), { kind: 'ANSWER_UNREADABLE' }, true],
    [
      'an answer without an id',
      answer(202, { state: 'ACCEPTED' }),
      { kind: 'ANSWER_UNREADABLE', detail: 'messageId' },
      true,
    ],
  ])('tells %s', async (_what, behaviour, expected, again) => {
    behave = behaviour;
    const sent = await carrier().send(sms);
    expect(sent).toMatchObject({ ok: false, error: expected });
    expect(!sent.ok && canSendAgain(sent.error)).toBe(again);
    expect(JSON.stringify(sent)).not.toMatch(/13800000001|123456/);
  });

  it('gives up on a carrier that hangs, and says that nobody knows', async () => {
    behave = () => undefined;
    expect(await carrier(50).send(sms)).toEqual({ ok: false, error: { kind: 'CARRIER_TIMEOUT' } });
  });

  it('tells a carrier that is not there', async () => {
    const away = createSmsCarrier({ baseUrl: `http://127.0.0.1:${await freePort()}`, key: 'k', isServed: () => true });
    expect(await away.send(sms)).toEqual({ ok: false, error: { kind: 'CARRIER_UNAVAILABLE', detail: 'ECONNREFUSED' } });
  });
});
