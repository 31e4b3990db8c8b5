import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { askAsReader } from '../testing/ask-as-reader';
import { accessCard, aHolder, bind, readBinding, unbind, type Holder } from '../testing/holder';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

const ask = async (question: object, code?: string) =>
  (await askAsReader(service.composed.http.app, question, service.clock.now(), code)).body;

async function bindAccessCard(memberNumber?: string) {
  const bound = await bind(service, holder, 'cloudgate', accessCard(memberNumber));
  const { credentialReference } = await readBinding(service, holder, bound.bindingId);
  const [{ doors }] = await service.composed.dataSource.query('SELECT doors FROM card WHERE id = $1', [bound.cardId]);
  return { ...bound, credentialReference, door: doors[0].id as string };
}

/** Names of the statements that go to PostgreSQL meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<(string | undefined)[]> {
  const { Client } = await import('pg');
  const sent = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    return sent.mock.calls.map(([statement]) => (statement as unknown as { name?: string }).name);
  } finally {
    sent.mockRestore();
  }
}

describe('reader checks', () => {
  it('say good at a door that the card opens, and not at another', async () => {
    const { credentialReference, door } = await bindAccessCard();
    expect(await ask({ credentialReference, door })).toEqual({ good: true, reason: 'ACTIVE' });
    expect(await ask({ credentialReference })).toEqual({ good: true, reason: 'ACTIVE' });
    for (const other of ['vault', `${door}-2`, '%', door.toUpperCase()])
      expect(await ask({ credentialReference, door: other })).toEqual({ good: false, reason: 'DOOR_NOT_GRANTED' });
  });

  it('answer a credential of another provider as one that there is not, to the byte', async () => {
    const { credentialReference, door } = await bindAccessCard();
    const unknown = await ask({ credentialReference: 'cred_unheard_of', door }, 'seaside-bank');
    expect(await ask({ credentialReference, door }, 'seaside-bank')).toEqual(unknown);
    expect(unknown).toEqual({ good: false, reason: 'UNREGISTERED' });
  });

  it('take the same one statement for what is good and what is unknown', async () => {
    const { credentialReference, door } = await bindAccessCard();
    expect(await statementsOf(() => ask({ credentialReference, door }))).toEqual(['bound credentials']);
    expect(await statementsOf(() => ask({ credentialReference, door: 'vault' }))).toEqual(['bound credentials']);
    expect(await statementsOf(() => ask({ credentialReference: 'cred_unheard_of', door }))).toEqual([
      'bound credentials',
    ]);
  });

  it('take no statement each where many ask at once, and each gets the answer to its own', async () => {
    const { credentialReference, door } = await bindAccessCard();
    const other = await bindAccessCard('RG-1002');
    const questions = Array.from({ length: 40 }, () => [
      { credentialReference, door },
      { credentialReference: other.credentialReference, door: 'vault' },
      { credentialReference: 'cred_unheard_of', door },
      { credentialReference: other.credentialReference },
    ]).flat();
    let answers: unknown[] = [];
    const statements = await statementsOf(
      async () => void (answers = await Promise.all(questions.map((one) => ask(one)))),
    );
    expect(statements.length).toBeLessThanOrEqual(10);
    const four = [
      { good: true, reason: 'ACTIVE' },
      { good: false, reason: 'DOOR_NOT_GRANTED' },
      { good: false, reason: 'UNREGISTERED' },
      { good: true, reason: 'ACTIVE' },
    ];
    expect(answers).toEqual(Array.from({ length: 40 }, () => four).flat());
  });

  it('are right within a second of an unbind', async () => {
    const { bindingId, credentialReference, door } = await bindAccessCard();
    expect((await ask({ credentialReference, door })).good).toBe(true);
    await unbind(service, holder, bindingId);
    const answered = performance.now();
    expect(await ask({ credentialReference, door })).toEqual({ good: false, reason: 'UNREGISTERED' });
    expect(performance.now() - answered).toBeLessThan(1_000);
  });

  it('are signed for readers that keep them, by the published key, and die by themselves after an unbind', async () => {
    const { app } = service.composed.http;
    const keys = createLocalJWKSet((await app.inject('/.well-known/jwks.json')).json() as JSONWebKeySet);
    const verify = (token: string) =>
      jwtVerify(token, keys, { audience: 'cloudgate', typ: 'reader-answer+jwt', currentDate: service.clock.now() });
    const { bindingId, credentialReference, door } = await bindAccessCard();
    const { answer, ...verdict } = await ask({ credentialReference, door, cache: true });
    const { payload } = await verify(answer);
    expect(payload).toMatchObject({ sub: credentialReference, door, ...verdict });
    await unbind(service, holder, bindingId);
    service.clock.advance(30_000);
    await expect(verify(answer)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
    const after = await ask({ credentialReference, door, cache: true });
    expect((await verify(after.answer)).payload).toMatchObject({ good: false, reason: 'UNREGISTERED' });
    expect((await ask({ credentialReference, door })).answer).toBeUndefined();
  });

  it('publish no more of a key than its public half', async () => {
    const { keys } = (await service.composed.http.app.inject('/.well-known/jwks.json')).json() as JSONWebKeySet;
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x']]);
  });

  it('are not for who has the provider’s webhook secret', async () => {
    const { Webhook } = await import('standardwebhooks');
    const payload = JSON.stringify({ credentialReference: 'cred_1' });
    const at = service.clock.now();
    const headers = {
      'content-type': 'application/json',
      'reader-key': 'cloudgate/r1',
      'webhook-id': 'check_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(service.secret).sign('check_1', at, payload),
    };
    const { statusCode } = await service.composed.http.app.inject({
      method: 'POST',
      url: '/reader-checks',
      payload,
      headers,
    });
    expect(statusCode).toBe(401);
  });
});
