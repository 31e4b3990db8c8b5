import { newId } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { defaultMoved, elsewhere, newViewer, notified, sessionEnded, tokenFor } from '../testing/viewers';
import { createListeners, expectHeard, idsHeard } from '../testing/listeners';
import { createTestEventLog, type TestEventLog } from '../testing/test-event-log';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform';

let log: TestEventLog;
let platform: TestPlatform;
const { open, notify, hangUp } = createListeners(() => log);

beforeAll(async () => {
  log = await createTestEventLog();
  platform = await startTestPlatform('production', { env: { EVENT_LOG_URL: log.url, EVENT_STREAMS_PER_ACCOUNT: '3' } });
});
afterEach(hangUp);
afterAll(async () => {
  await platform.stop();
  await log.stop();
});

describe('live changes', () => {
  it('tell every session of the account what changed, by kind and id only, and nobody else', async () => {
    const [viewer, stranger] = [newViewer(), newViewer()];
    const [phone, tablet, other] = [
      await open(platform, viewer),
      await open(platform, elsewhere(viewer)),
      await open(platform, stranger),
    ];
    const cardId = newId('card');
    await log.publish('binding', [defaultMoved(viewer, cardId), defaultMoved(stranger, newId('card'))]);
    for (const stream of [phone, tablet]) {
      await eventually(() =>
        expect(stream.heard).toEqual([
          {
            event: 'change',
            id: expect.any(String),
            data: { changes: [{ kind: 'CARD', id: cardId }], at: expect.any(String) },
          },
        ]),
      );
    }
    await eventually(() => expect(other.heard).toHaveLength(1));
    expect(idsHeard(other)).not.toContain(cardId);
    expect(phone.retryMs()).toBeGreaterThanOrEqual(1_000);
  });

  it('go on after a cut without a gap and without saying anything twice', async () => {
    const viewer = newViewer();
    const first = await open(platform, viewer);
    await expectHeard(first, await notify(viewer, 20));
    await first.hangUp();
    const meanwhile = await notify(viewer, 30);
    const second = await open(platform, viewer, first.lastEventId());
    await expectHeard(second, [...meanwhile, ...(await notify(viewer, 10))]);
  });

  it('go on in the midst of what was missed, from any event', async () => {
    const viewer = newViewer();
    const position = (await open(platform, viewer)).lastEventId();
    const ids = await notify(viewer, 12);
    const whole = await open(platform, viewer, position);
    await expectHeard(whole, ids);
    const rest = await open(platform, viewer, whole.heard[4]?.id);
    await expectHeard(rest, idsHeard(whole).slice(5));
  });

  it.each(['nonsense', '1', 'zzzzzzzz.0:zzzzzz', 'not a position'])(
    'say that all has to be read again where it is not known what was missed: %s',
    async (id) => {
      const stream = await open(platform, newViewer(), id);
      await eventually(() => expect(stream.heard.map(({ event }) => event)).toEqual(['reset']));
    },
  );

  it('say so too when too much was missed to tell', async () => {
    const viewer = newViewer();
    const [first, witness] = [await open(platform, viewer), await open(platform, elsewhere(viewer))];
    await first.hangUp();
    await expectHeard(witness, await notify(viewer, 101));
    const second = await open(platform, viewer, first.lastEventId());
    await eventually(() => expect(second.heard.map(({ event }) => event)).toEqual(['reset']));
  });

  it('are told of once, when a relay publishes an event twice', async () => {
    const viewer = newViewer();
    const stream = await open(platform, viewer);
    const event = notified(viewer);
    await log.publish('notification', [event], 2);
    await expectHeard(stream, [event.key, ...(await notify(viewer, 1))]);
  });

  it('name each thing once, however many events one act makes of it, live and after a cut', async () => {
    const viewer = newViewer();
    const stream = await open(platform, viewer);
    const position = stream.lastEventId();
    const [notificationId, cardId] = [newId('notification'), newId('card')];
    const act = [notified(viewer, notificationId), notified(viewer, notificationId), notified(viewer, notificationId)];
    await log.publish('notification', act);
    await log.publish('binding', [defaultMoved(viewer, cardId), defaultMoved(viewer, cardId)]);
    const [last = ''] = await notify(viewer, 1);
    await eventually(() => expect(idsHeard(stream)).toContain(last));
    expect(idsHeard(stream).sort()).toEqual([notificationId, cardId, last].sort());
    const again = await open(platform, viewer, position);
    await expectHeard(again, [notificationId, cardId, last]);
  });

  it('have ids that serve no other account and say nothing of how far the log is', async () => {
    const [viewer, stranger] = [newViewer(), newViewer()];
    const stream = await open(platform, viewer);
    const before = stream.lastEventId() ?? '';
    await expectHeard(stream, await notify(viewer, 3));
    const ids = [before, ...stream.heard.map(({ id }) => id ?? '')];
    expect(new Set(ids).size).toBe(4);
    expect(new Set(ids.map(({ length }) => length)).size).toBe(1);
    const theirs = await open(platform, stranger, before);
    await eventually(() => expect(theirs.heard.map(({ event }) => event)).toEqual(['reset']));
  });

  it('need an access token that is good, in the header', async () => {
    const token = await tokenFor(newViewer(), platform.accessTokenKey);
    for (const path of ['/events', `/events?access_token=${token}&token=${token}`])
      expect((await fetch(`${platform.url}${path}`)).status).toBe(401);
    const expired = await open(platform, newViewer(), undefined, -1_000);
    expect(expired.status).toBe(401);
    expect(JSON.parse(await expired.text())).toMatchObject({
      errors: [{ extensions: { code: 'ACCESS_TOKEN_EXPIRED' } }],
    });
  });

  it('end when the access token does', async () => {
    const stream = await open(platform, newViewer(), undefined, 2_000);
    await stream.ended;
    expect(stream.heard).toEqual([{ event: 'end', id: undefined, data: { reason: 'TOKEN_EXPIRED' } }]);
  });

  it('end when the session does, which then opens no other, while the account’s other sessions go on', async () => {
    const viewer = newViewer();
    const [ending, going] = [await open(platform, viewer), await open(platform, elsewhere(viewer))];
    await log.publish('identity', [sessionEnded(viewer)]);
    await ending.ended;
    expect(ending.heard.map(({ event, data }) => [event, data])).toEqual([
      ['change', expect.objectContaining({ changes: [{ kind: 'SESSIONS', id: viewer.sessionId }] })],
      ['end', { reason: 'SESSION_ENDED' }],
    ]);
    expect((await open(platform, viewer)).status).toBe(401);
    const authorization = (signedIn: typeof viewer) =>
      tokenFor(signedIn, platform.accessTokenKey).then((token) => ({ authorization: `Bearer ${token}` }));
    expect(await platform.ask('{ providers }', await authorization(viewer))).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect((await platform.ask('{ providers }', await authorization(elsewhere(viewer)))).status).not.toBe(401);
    await expectHeard(going, [viewer.sessionId]);
  });

  it('have one stream for each session: the second takes the place of the first', async () => {
    const viewer = newViewer();
    const [first, second] = [await open(platform, viewer), await open(platform, viewer)];
    await first.ended;
    expect(first.heard.map(({ data }) => data)).toEqual([{ reason: 'REPLACED' }]);
    await expectHeard(second, await notify(viewer, 1));
  });

  it('are not for more sessions of an account than are allowed', async () => {
    const viewer = newViewer();
    for (let count = 0; count < 3; count++) await open(platform, elsewhere(viewer));
    const refused = await open(platform, elsewhere(viewer));
    expect(refused.status).toBe(429);
    expect(JSON.parse(await refused.text())).toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] });
  });
});
