import { randomUUID } from 'node:crypto';
import { eventsOf, mutate, newHolder, signIn, tryMutate } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

const unknownSession = 'session_01h455vb4pex5vsknk084sn02q';

describe('end session (requirement 32)', () => {
  it('ends another session of the holder, whose tokens are then worth nothing', async () => {
    const here = await newHolder(service);
    const there = await signIn(service, here.phone);
    const answer = await mutate(service, 'endSession', { sessionId: there.viewer.sessionId }, here.viewer);
    expect(answer).toMatchObject({ __typename: 'EndSessionSuccess', sessionId: there.viewer.sessionId });
    expect(answer.account?.sessions.edges.map(({ node }) => node.id)).toEqual([here.viewer.sessionId]);
    expect(await mutate(service, 'refreshSession', { refreshToken: there.refreshToken })).toMatchObject({
      __typename: 'SessionEndedError',
    });
    expect((await service.ask('{ viewer { id } }', {}, { viewer: there.viewer })).data).toEqual({ viewer: null });
    expect((await eventsOf(service, here.viewer.accountId)).at(-1)).toMatchObject({
      data: { sessionId: there.viewer.sessionId, cause: 'ENDED_ELSEWHERE' },
    });
  });

  it('logs out, and answers a retry of that as before', async () => {
    const { viewer } = await newHolder(service);
    const input = { sessionId: viewer.sessionId, idempotencyKey: randomUUID() };
    expect(await mutate(service, 'endSession', input, viewer)).toMatchObject({ __typename: 'EndSessionSuccess' });
    expect(await mutate(service, 'endSession', input, viewer)).toMatchObject({ __typename: 'EndSessionSuccess' });
    expect((await eventsOf(service, viewer.accountId)).filter(({ data }) => data.cause === 'LOGGED_OUT')).toHaveLength(
      1,
    );
  });

  it('finds neither somebody else’s session nor an unknown one, and says the same of both', async () => {
    const [mine, theirs] = [await newHolder(service), await newHolder(service)];
    const foreign = await mutate(service, 'endSession', { sessionId: theirs.viewer.sessionId }, mine.viewer);
    expect(foreign).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
    expect(await mutate(service, 'endSession', { sessionId: unknownSession }, mine.viewer)).toEqual(foreign);
    expect(await mutate(service, 'refreshSession', { refreshToken: theirs.refreshToken })).toMatchObject({
      __typename: 'RefreshSessionSuccess',
    });
  });

  it('tells a stranger, and who has an access token of a session that is over, to sign in', async () => {
    const { viewer, phone } = await newHolder(service);
    const other = await signIn(service, phone);
    await mutate(service, 'endSession', { sessionId: viewer.sessionId }, viewer);
    for (const asker of [undefined, viewer]) {
      const { errors } = await tryMutate(service, 'endSession', { sessionId: other.viewer.sessionId }, asker);
      expect(errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED', remedies: [{ code: 'LogIn' }] });
    }
    expect(await mutate(service, 'refreshSession', { refreshToken: other.refreshToken })).toMatchObject({
      __typename: 'RefreshSessionSuccess',
    });
  });

  it('tells who has an access token that names somebody else’s session to sign in', async () => {
    const [mine, theirs] = [await newHolder(service), await newHolder(service)];
    const viewer = { ...mine.viewer, sessionId: theirs.viewer.sessionId };
    const { errors } = await tryMutate(service, 'endSession', { sessionId: mine.viewer.sessionId }, viewer);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('refuses a key that ended another session', async () => {
    const { viewer } = await newHolder(service);
    const idempotencyKey = randomUUID();
    await mutate(service, 'endSession', { sessionId: viewer.sessionId, idempotencyKey }, viewer);
    expect(await mutate(service, 'endSession', { sessionId: unknownSession, idempotencyKey }, viewer)).toMatchObject({
      __typename: 'IdempotencyKeyReusedError',
    });
  });
});

describe('end other sessions (requirement 32)', () => {
  it('ends all but the one that asks, and nobody else’s', async () => {
    const [mine, theirs] = [await newHolder(service), await newHolder(service)];
    for (let time = 0; time < 3; time++) await signIn(service, mine.phone);
    const answer = await mutate(service, 'endOtherSessions', {}, mine.viewer);
    expect(answer).toMatchObject({
      __typename: 'EndOtherSessionsSuccess',
      endedSessionCount: 3,
      account: { sessions: { edges: [{ node: { id: mine.viewer.sessionId } }] } },
    });
    expect(await mutate(service, 'endOtherSessions', {}, mine.viewer)).toMatchObject({ endedSessionCount: 0 });
    expect(await mutate(service, 'refreshSession', { refreshToken: theirs.refreshToken })).toMatchObject({
      __typename: 'RefreshSessionSuccess',
    });
    const { errors } = await tryMutate(service, 'endOtherSessions', {});
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
