import { newId, systemClock, TestClock, unwrap } from '@bindery/kernel';
import { createLog, subgraphTimeoutMs } from '@bindery/service';
import { freePort } from '@bindery/testing';
import { CardNumber } from '../../kinds/bank-card/card-number.rules';
import type { Connector } from '../../connector';
import {
  answering,
  breakingOff,
  flooding,
  hanging,
  startBrokenProvider,
  trailingOff,
  type BrokenProvider,
} from '../../../testing/broken-provider';
import type { EnteredMembership } from '../../kinds/access-card/access-card.rules';
import { accessCardProtocol } from '../../kinds/access-card/protocol';
import { bankCardProtocol } from '../../kinds/bank-card/protocol';
import { verifySignature } from '../../signed/signature';
import { createConnector } from './create-connector';
import { createSignedClient, type SignedClient } from '../../signed/signed-client';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const number = unwrap(CardNumber.parse('4111111111111111'));
const timeouts = { interactiveMs: 250, jobMs: 250 };
const bankCard = { kind: 'BANK_CARD', number } as const;
const operationId = newId('operation');
const bind = { operationId, kind: 'BIND', token: 'tok_1' } as const;
const unbind = { operationId, kind: 'UNBIND', token: 'tok_1', credentialReference: 'cred_1' } as const;
const confirmed = { operationId, status: 'CONFIRMED', credentialReference: 'cred_1' };

let provider: BrokenProvider;
let client: SignedClient;
let connector: Connector;
const lines: string[] = [];
const log = createLog({
  service: 'test',
  level: 'trace',
  format: 'json',
  destination: { write: (line) => void lines.push(line) },
});

function connectTo(url: string, clock = systemClock): void {
  client = createSignedClient({ baseUrl: `${url}/providers/seaside-bank`, secret }, clock);
  const callbackUrl = 'http://127.0.0.1:4002/provider-webhooks/seaside-bank';
  connector = createConnector({
    client,
    protocol: bankCardProtocol,
    callbackUrl,
    log,
    timeouts,
  });
}

beforeAll(async () => {
  provider = await startBrokenProvider();
  connectTo(provider.url);
});

afterAll(async () => {
  await client.close();
  await provider.close();
});

const faults = [
  ['never answers', hanging],
  ['breaks the connection in its answer', breakingOff],
  ['begins an answer and never ends it', trailingOff],
  ['answers five megabytes', flooding(confirmed)],
  ['answers garbage', answering(200, '<html>ok</html>')],
  ['answers nothing', answering(200, '')],
  ['answers an empty object', answering(200, {})],
  ['answers about another operation', answering(200, { ...confirmed, operationId: 'operation_2' })],
  ['answers about no operation', answering(200, { status: 'CONFIRMED', credentialReference: 'cred_1' })],
  ['answers a status that nobody knows', answering(200, { ...confirmed, status: 'DONE' })],
  ['answers 201', answering(201, confirmed)],
  ['answers 204', answering(204, '')],
  ['redirects', answering(307, confirmed)],
  ['answers 500', answering(500, { code: 'PROVIDER_FAULT' })],
  ['answers 503', answering(503, { code: 'CARD_NOT_ACCEPTED' })],
  ['answers 401', answering(401, { code: 'SIGNATURE_INVALID' })],
  ['answers 403', answering(403, { code: 'BLOCKED' })],
  ['answers 404', answering(404, { code: 'NOT_FOUND' })],
  ['answers 408', answering(408, { code: 'TIMEOUT' })],
  ['answers 409', answering(409, { code: 'IN_PROGRESS' })],
  ['answers 429', answering(429, { code: 'TOO_MANY' })],
  ['answers 422 without a code', answering(422, 'no')],
  ['answers that something was done under this id', answering(422, { code: 'IDEMPOTENCY_KEY_REUSED' })],
] as const;

describe('an operation sent to a provider that', () => {
  it.each(faults)('%s is UNKNOWN, and sent once', async (_what, behaviour) => {
    provider.behave(behaviour);
    const before = provider.seen.length;
    expect(await connector.send(unbind)).toEqual({ status: 'UNKNOWN', detail: expect.any(String) });
    expect(provider.seen.length - before).toBe(1);
  });

  it('floods is left after a quarter of a megabyte', async () => {
    provider.behave(flooding(confirmed));
    expect(await connector.send(unbind)).toEqual({ status: 'UNKNOWN', detail: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' });
  });

  it('hangs is left in time', async () => {
    provider.behave(hanging);
    expect(await connector.send(unbind)).toEqual({ status: 'UNKNOWN', detail: 'TimeoutError' });
  });

  it('confirms a bind without naming the credential is UNKNOWN', async () => {
    provider.behave(answering(200, { operationId, status: 'CONFIRMED' }));
    expect(await connector.send(bind)).toMatchObject({ status: 'UNKNOWN' });
    expect(await connector.send(unbind)).toEqual({ status: 'CONFIRMED' });
  });

  it('is not there is UNKNOWN', async () => {
    const nobody = createSignedClient({ baseUrl: `http://127.0.0.1:${await freePort()}`, secret }, systemClock);
    const alone = createConnector({ client: nobody, protocol: bankCardProtocol, callbackUrl: '', log, timeouts });
    expect(await alone.send(bind)).toEqual({ status: 'UNKNOWN', detail: 'ECONNREFUSED' });
    await nobody.close();
  });

  it.each([
    [
      'says so',
      answering(200, { operationId, status: 'REFUSED', cause: 'RESTORE_WINDOW_OVER' }),
      'RESTORE_WINDOW_OVER',
    ],
    ['says so in words', answering(200, { operationId, status: 'REFUSED', cause: 'not today' }), 'UNSPECIFIED'],
    ['says so without a cause', answering(200, { operationId, status: 'REFUSED' }), 'UNSPECIFIED'],
    ['cannot do such a thing', answering(422, { code: 'SUSPEND_NOT_OFFERED' }), 'SUSPEND_NOT_OFFERED'],
    ['does not understand it', answering(400, { code: 'REQUEST_MALFORMED' }), 'REQUEST_MALFORMED'],
  ])('%s is REFUSED', async (_what, behaviour, cause) => {
    provider.behave(behaviour);
    expect(await connector.send(unbind)).toEqual({ status: 'REFUSED', cause });
  });
});

describe('a question to a provider', () => {
  const clear = ['answers 201', 'answers 404'];
  it.each(faults.filter(([what]) => !clear.includes(what)))('that %s has no answer', async (_what, behaviour) => {
    provider.behave(behaviour);
    const noAnswer = { ok: false, error: { kind: 'PROVIDER_UNAVAILABLE', detail: expect.any(String) } };
    expect(await connector.query(operationId)).toEqual({ status: 'UNAVAILABLE', detail: expect.any(String) });
    expect(await connector.credentialStatus('cred_1')).toEqual(noAnswer);
    expect(await connector.obligations('cred_1')).toEqual(noAnswer);
    expect(await connector.tokenise(bankCard)).toEqual(noAnswer);
  });

  it('that hangs is given up while the gateway still waits for our answer', async () => {
    provider.behave(hanging);
    const usual = createConnector({ client, protocol: bankCardProtocol, callbackUrl: '', log, timeouts });
    for (const ask of [() => usual.obligations('cred_1'), () => usual.tokenise(bankCard)]) {
      const began = performance.now();
      expect(await ask()).toMatchObject({ ok: false, error: { kind: 'PROVIDER_UNAVAILABLE', detail: 'TimeoutError' } });
      const took = performance.now() - began;
      expect(took).toBeLessThan(subgraphTimeoutMs - 200);
    }
  });

  it('finds an operation unknown only by the word for it', async () => {
    provider.behave(answering(404, { code: 'NOT_FOUND' }));
    expect(await connector.query(operationId)).toMatchObject({ status: 'UNAVAILABLE' });
    provider.behave(answering(404, { code: 'OPERATION_UNKNOWN' }));
    expect(await connector.query(operationId)).toEqual({ status: 'OPERATION_UNKNOWN' });
  });

  it('is not answered by the standing of another credential', async () => {
    provider.behave(answering(200, { credentialReference: 'cred_2', status: 'ABSENT' }));
    expect(await connector.credentialStatus('cred_1')).toMatchObject({ ok: false });
  });

  it('cannot leave its path, whatever a reference looks like', async () => {
    provider.behave(answering(404, {}));
    await connector.credentialStatus('../operations?x=1');
    expect(provider.seen.at(-1)?.target).toBe('/providers/seaside-bank/credentials/..%2Foperations%3Fx%3D1');
  });
});

describe('tokenisation', () => {
  const token = { token: 'tok_1', brand: 'Visa', lastFour: '1111', expiresOn: '2030-07-31' };

  it('takes neither an echo of the number nor more than four digits of it for a token', async () => {
    provider.behave(answering(201, { ...token, token: `tok_${number.reveal()}` }));
    expect(await connector.tokenise(bankCard)).toMatchObject({ ok: false, error: { kind: 'PROVIDER_UNAVAILABLE' } });
    provider.behave(answering(201, { ...token, lastFour: number.reveal() }));
    expect(await connector.tokenise(bankCard)).toMatchObject({ ok: false, error: { kind: 'PROVIDER_UNAVAILABLE' } });
  });

  it('keeps only what is agreed on of an answer', async () => {
    provider.behave(answering(201, { ...token, holderName: 'Li Lei' }));
    expect(await connector.tokenise(bankCard)).toEqual({ ok: true, value: token });
  });

  it('asks nobody about a card of another kind', async () => {
    const before = provider.seen.length;
    const access = createConnector({ client, protocol: accessCardProtocol, callbackUrl: '', log, timeouts });
    expect(await access.tokenise(bankCard)).toEqual({
      ok: false,
      error: { kind: 'CARD_REFUSED', reason: 'MEMBER_UNKNOWN' },
    });
    expect(
      await connector.tokenise({ kind: 'ACCESS_CARD', site: 's', memberNumber: 'm' } as EnteredMembership),
    ).toEqual({
      ok: false,
      error: { kind: 'CARD_REFUSED', reason: 'CARD_NOT_ACCEPTED' },
    });
    expect(provider.seen.length).toBe(before);
  });

  it('leaves no number in any log line, whatever the provider did', () => {
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.join('')).not.toContain(number.reveal());
  });
});

describe('a request', () => {
  it('is signed over its body, or over path and query, and carries the operation as its key', async () => {
    const clock = new TestClock();
    const signed = createSignedClient({ baseUrl: `${provider.url}/providers/seaside-bank/`, secret }, clock);
    const signing = createConnector({
      client: signed,
      protocol: bankCardProtocol,
      callbackUrl: 'http://us/provider-webhooks/seaside-bank',
      log,
      timeouts,
    });
    provider.behave(answering(202, { operationId, status: 'PENDING' }));
    await signing.send(bind);
    await signing.query(operationId);
    await signed.close();
    const [post, get] = provider.seen.slice(-2);
    expect(JSON.parse(post?.body ?? '')).toEqual({ ...bind, callbackUrl: 'http://us/provider-webhooks/seaside-bank' });
    expect(post?.headers).toMatchObject({ 'idempotency-key': operationId, 'content-type': 'application/json' });
    expect(verifySignature(secret, post?.headers ?? {}, post?.body ?? '', clock.now()).ok).toBe(true);
    expect(get?.target).toBe(`/providers/seaside-bank/operations/${operationId}`);
    expect(verifySignature(secret, get?.headers ?? {}, get?.target ?? '', clock.now()).ok).toBe(true);
  });
});
