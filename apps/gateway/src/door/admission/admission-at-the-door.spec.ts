import { newId } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { signAccessToken } from '@bindery/trust';
import { testViewer } from '@bindery/trust/testing';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform';

const json = { 'content-type': 'application/json', 'accept-language': 'en' };

interface Answer {
  readonly status: number;
  readonly retryAfter: number;
  readonly code: unknown;
  readonly remedies: unknown;
}

async function post(platform: TestPlatform, query: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { ...json, ...headers },
    body: JSON.stringify({ query }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: Record<string, unknown> }[] };
  return {
    status: response.status,
    retryAfter: Number(response.headers.get('retry-after')),
    code: errors[0]?.extensions.code,
    remedies: errors[0]?.extensions.remedies,
  };
}

const bearer = async (platform: TestPlatform, viewer = testViewer()) => ({
  authorization: `Bearer ${(await signAccessToken({ ...viewer, app: 'ios' }, new Date(), platform.accessTokenKey)).token}`,
});

describe('the door when more come than it can serve', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform('development', { env: { OPERATION_SLOTS: '1', RESERVED_SLOTS: '1' } });
  });
  afterAll(() => platform.stop());

  it('tells those it turns away when to come back, and has room for who must take a card off', async () => {
    platform.binding.misbehave(() => undefined);
    const [crowd, unbind] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, () => post(platform, '{ providers }'))),
      post(platform, 'mutation { requestUnbind }', await bearer(platform)),
    ]);
    platform.binding.misbehave(undefined);
    const refused = crowd.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThanOrEqual(10);
    for (const answer of refused)
      expect(answer).toEqual({
        status: 503,
        retryAfter: expect.any(Number),
        code: 'OVERLOADED',
        remedies: [{ kind: 'TRY_AGAIN', code: 'TryAgain', title: 'Try again', at: expect.any(String) }],
      });
    expect(refused.every(({ retryAfter }) => retryAfter >= 1 && retryAfter <= 5)).toBe(true);
    expect(unbind.status).toBe(200);
  });

  it('keeps no slot of who has gone', async () => {
    expect(await (await fetch(`${platform.opsUrl}/metrics`)).text()).toMatch(
      /gateway_operations\{kind="ordinary",state="at-work",service="gateway"\} 0/,
    );
    expect((await post(platform, '{ providers }')).status).toBe(200);
    expect((await post(platform, '{ nonsense')).status).toBe(400);
    expect((await post(platform, '{ providers }')).status).toBe(200);
  });
});

describe('the door when strangers log in by the hundred', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform('development', {
      env: {
        OPERATION_SLOTS: '8',
        PASSWORD_SLOTS: '1',
        CODE_SLOTS: '1',
        SIGN_INS_PER_ADDRESS: '1000',
        // Longer than an operation takes where all is well: it must not count as a sign that it is not.
        SUBGRAPH_TIMEOUT_MS: '700',
      },
    });
  });
  afterAll(() => platform.stop());

  it('works on few of them at once, and everybody else has all slots, codes too', async () => {
    platform.identity.misbehave(() => undefined);
    const flood = Promise.all(Array.from({ length: 100 }, () => post(platform, 'mutation { logIn }')));
    await eventually(async () => expect(await operations(platform, 'passwords', 'waiting')).toBe(48));
    expect(await operations(platform, 'passwords', 'at-work')).toBe(1);
    const headers = await bearer(platform);
    for (let count = 0; count < 20; count++) {
      expect((await post(platform, '{ providers }')).status).toBe(200);
      expect((await post(platform, '{ providers }', headers)).status).toBe(200);
    }
    expect((await post(platform, 'mutation { startChallenge }')).code).toBe('SUBGRAPH_TIMEOUT');
    const refused = (await flood).filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThanOrEqual(75);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['OVERLOADED']));
    platform.identity.misbehave(undefined);
    expect((await post(platform, 'mutation { logIn }')).status).toBe(200);
  });

  it('does not take slow passwords for a sign that all is slow', async () => {
    expect(await operations(platform, 'ordinary', 'allowed')).toBe(8);
  });
});

const operations = async ({ opsUrl }: TestPlatform, kind: string, state: string) => {
  const lines = await (await fetch(`${opsUrl}/metrics`)).text();
  return Number(
    new RegExp(`gateway_operations\\{kind="${kind}",state="${state}",service="gateway"\\} (\\d+)`).exec(lines)?.[1],
  );
};

describe('the budget of logins at the door', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform('development', { env: { SIGN_INS_PER_ADDRESS: '0.5' } });
  });
  afterAll(() => platform.stop());

  it('of an address ends with 429 and says when it is there again, and is nobody else’s', async () => {
    const logins = await Promise.all(Array.from({ length: 8 }, () => post(platform, 'mutation { logIn }')));
    expect(logins.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(logins.find(({ status }) => status !== 200)).toEqual({
      status: 429,
      retryAfter: expect.any(Number),
      code: 'TOO_MANY_REQUESTS',
      remedies: [{ kind: 'TRY_AGAIN', code: 'TryAgain', title: 'Try again', at: expect.any(String) }],
    });
    expect((await post(platform, 'mutation { startChallenge }')).status).toBe(200);
    expect((await post(platform, '{ providers }')).status).toBe(200);
    const headers = await bearer(platform);
    for (const query of ['{ providers }', 'mutation { touch }', 'mutation { startChallenge }'])
      expect((await post(platform, query, headers)).status).toBe(200);
  });

  it('is spent by each login of a request', async () => {
    const aliased = 'mutation { a: startChallenge b: startChallenge c: startChallenge d: startChallenge }';
    expect((await post(platform, aliased)).status).toBe(200);
    expect((await post(platform, 'mutation { startChallenge }')).status).toBe(429);
  });
});

describe('the budget at the door', () => {
  let platform: TestPlatform;
  beforeAll(async () => {
    platform = await startTestPlatform('development', {
      env: { REQUESTS_PER_ADDRESS: '2', REQUESTS_PER_ACCOUNT: '1' },
    });
  });
  afterAll(() => platform.stop());

  it('of an account ends with 429 and says when it is there again; unbinding has one of its own', async () => {
    const headers = await bearer(platform);
    const answers = await Promise.all(Array.from({ length: 12 }, () => post(platform, '{ providers }', headers)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(2);
    expect(refused[0]).toEqual({
      status: 429,
      retryAfter: expect.any(Number),
      code: 'TOO_MANY_REQUESTS',
      remedies: [{ kind: 'TRY_AGAIN', code: 'TryAgain', title: 'Try again', at: expect.any(String) }],
    });
    expect((await post(platform, 'mutation { requestUnbind }', headers)).status).toBe(200);
    expect(
      (await post(platform, '{ providers }', await bearer(platform, { ...testViewer(), accountId: newId('account') })))
        .status,
    ).toBe(200);
  });

  it('of an address is spent by strangers, and beyond four times of it nothing is read', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => post(platform, '{ providers }')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect(await post(platform, 'mutation { requestUnbind }', await bearer(platform))).toMatchObject({
      status: 429,
      code: 'TOO_MANY_REQUESTS',
    });
    expect((await fetch(`${platform.opsUrl}/health/ready`)).status).toBe(200);
  });
});
