import { eventually } from '@bindery/testing';
import { signAccessToken, type Viewer } from '@bindery/trust';
import { startBreakableWay, type BreakableWay } from '../../testing/breakable-way';
import { createTestEventLog, type TestEventLog } from '../../testing/test-event-log';
import { startTestPlatform, type TestPlatform } from '../../testing/test-platform';
import { newViewer, sessionEnded } from '../../testing/viewers';

let log: TestEventLog;
let way: BreakableWay;
let platform: TestPlatform;

beforeAll(async () => {
  log = await createTestEventLog();
  way = await startBreakableWay(log.url);
  platform = await startTestPlatform('development', { env: { EVENT_LOG_URL: way.url } });
});
afterAll(async () => {
  await platform.stop();
  way.cut();
  await log.stop();
});
afterEach(() => platform.identity.misbehave(undefined));

const as = async (viewer: Viewer, query: string) =>
  platform.ask(query, {
    'accept-language': 'en',
    authorization: `Bearer ${(await signAccessToken(viewer, new Date(), platform.accessTokenKey)).token}`,
  });
const codeOf = ({ errors, status }: Awaited<ReturnType<typeof as>>) => errors?.[0]?.extensions.code ?? status;
/** Identity as it is once the session is over: it knows no viewer. */
const identityKnowsNobody = () =>
  platform.identity.misbehave((response) => void response.end('{"data":{"viewer":null}}'));
const identityIsAway = () => platform.identity.misbehave((response) => void response.destroy());
const readiness = async () => (await fetch(`${platform.opsUrl}/health/ready`)).status;

describe('a session that has ended', () => {
  it('writes nothing from that moment on, though its event has not come yet; identity is asked for this very viewer', async () => {
    const viewer = newViewer();
    platform.identity.seen.length = 0;
    expect(await as(viewer, 'mutation { touch }')).toMatchObject({ data: { touch: true } });
    expect(platform.identity.seen.map(({ verified, claims }) => [verified, claims?.viewer])).toEqual([
      [true, viewer],
      [true, viewer],
    ]);
    identityKnowsNobody();
    expect(codeOf(await as(viewer, 'mutation { touch }'))).toBe('UNAUTHENTICATED');
  });

  it('writes and reads nothing once its event has come, whether or not identity answers', async () => {
    const viewer = newViewer();
    await log.publish('identity', [sessionEnded(viewer)]);
    identityIsAway();
    await eventually(async () => expect(codeOf(await as(viewer, '{ providers }'))).toBe('UNAUTHENTICATED'));
    expect(codeOf(await as(viewer, 'mutation { touch }'))).toBe('UNAUTHENTICATED');
    expect(codeOf(await as(newViewer(), '{ providers }'))).toBe(200);
  });
});

describe('while the event log is away', () => {
  beforeAll(async () => {
    way.cut();
    await eventually(async () => expect(await readiness()).toBe(503), { withinMs: 20_000 });
  });

  it('the gateway is not ready, and who has ended neither reads nor writes', async () => {
    identityKnowsNobody();
    const ended = newViewer();
    for (const query of ['{ providers }', 'mutation { touch }', 'mutation { requestUnbind }'])
      expect(codeOf(await as(ended, query))).toBe('UNAUTHENTICATED');
  });

  it('others go on', async () => {
    for (const query of ['{ providers }', 'mutation { touch }']) expect(codeOf(await as(newViewer(), query))).toBe(200);
  });

  it('nothing is written where identity does not answer either: it is said when to try again', async () => {
    identityIsAway();
    expect(await as(newViewer(), 'mutation { touch }')).toMatchObject({
      status: 503,
      errors: [
        {
          message: expect.stringContaining('Nothing was done'),
          extensions: { code: 'SESSION_UNCONFIRMED', remedies: [{ code: 'TryAgain', at: expect.any(String) }] },
        },
      ],
    });
    expect(codeOf(await as(newViewer(), '{ providers }'))).toBe(200);
  });

  it('strangers notice nothing', async () => {
    expect((await platform.ask('{ providers }')).status).toBe(200);
    expect((await platform.ask('mutation { touch }')).status).toBe(200);
  });

  it('and when it is back the gateway is ready again, and knows what ended meanwhile', async () => {
    const viewer = newViewer();
    await log.publish('identity', [sessionEnded(viewer)]);
    await way.mend();
    await eventually(async () => expect(await readiness()).toBe(200), { withinMs: 20_000 });
    expect(codeOf(await as(viewer, '{ providers }'))).toBe('UNAUTHENTICATED');
  });
});

describe('a gateway that has just started', () => {
  it('is not ready before it knows of the sessions that ended before', async () => {
    const viewer = newViewer();
    await log.publish('identity', [sessionEnded(viewer)]);
    const other = await startTestPlatform('development', { env: { EVENT_LOG_URL: log.url } });
    const { token } = await signAccessToken(viewer, new Date(), other.accessTokenKey);
    const answer = await other.ask('{ providers }', { authorization: `Bearer ${token}` });
    await other.stop();
    expect(answer).toMatchObject({ status: 401 });
  });
});
