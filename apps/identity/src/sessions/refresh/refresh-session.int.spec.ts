import { randomUUID } from 'node:crypto';
import { repeatWithinMs, retryWithinMs } from './refresh-rotation.rules';
import { sessionLifetimeMs } from '../session.rules';
import { eventsOf, mutate, newHolder } from '../../testing/holder';
import { startTestIdentity, type TestIdentity } from '../../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

const refresh = (refreshToken: string | undefined, input: object = {}) =>
  mutate(service, 'refreshSession', { refreshToken, ...input });
const ended = { __typename: 'SessionEndedError', remedies: [{ code: 'LogIn' }] };

describe('refresh session', () => {
  it('gives new tokens for the same session', async () => {
    const { viewer, refreshToken } = await newHolder(service);
    service.clock.advance(60_000);
    const answer = await refresh(refreshToken);
    expect(answer).toMatchObject({
      __typename: 'RefreshSessionSuccess',
      session: { id: viewer.sessionId },
      account: { id: viewer.accountId },
    });
    expect(answer.refreshToken).not.toBe(refreshToken);
    expect(await refresh(answer.refreshToken)).toMatchObject({ __typename: 'RefreshSessionSuccess' });
    const { data } = await service.ask('{ viewer { session { lastUsedAt } } }', {}, { viewer });
    expect(data).toEqual({ viewer: { session: { lastUsedAt: service.clock.now().toISOString() } } });
  });

  it('gives the same successor again within ten seconds, for a retry whose answer got lost', async () => {
    const { refreshToken } = await newHolder(service);
    const input = { idempotencyKey: randomUUID() };
    const first = await refresh(refreshToken, input);
    service.clock.advance(repeatWithinMs);
    expect((await refresh(refreshToken, input)).refreshToken).toBe(first.refreshToken);
    expect(await refresh(first.refreshToken)).toMatchObject({ __typename: 'RefreshSessionSuccess' });
  });

  it('gives the very same request its successor again for minutes, until that is used', async () => {
    const { refreshToken } = await newHolder(service);
    const input = { idempotencyKey: randomUUID() };
    const first = await refresh(refreshToken, input);
    service.clock.advance(retryWithinMs);
    expect((await refresh(refreshToken, input)).refreshToken).toBe(first.refreshToken);
    expect(await refresh(first.refreshToken)).toMatchObject({ __typename: 'RefreshSessionSuccess' });
    expect(await refresh(refreshToken, input)).toMatchObject(ended);
  });

  it('ends the family when a used token comes back later, whoever brings it', async () => {
    const { viewer, refreshToken } = await newHolder(service);
    const successor = (await refresh(refreshToken)).refreshToken;
    service.clock.advance(repeatWithinMs + 1);
    expect(await refresh(refreshToken)).toMatchObject(ended);
    expect(await refresh(successor)).toMatchObject(ended);
    expect((await service.ask('{ viewer { id } }', {}, { viewer })).data).toEqual({ viewer: null });
    const reused = (await eventsOf(service, viewer.accountId)).filter(({ data }) => data.cause === 'TOKEN_REUSED');
    expect(reused).toMatchObject([{ type: 'bindery.account.session-ended.v1', data: { sessionId: viewer.sessionId } }]);
  });

  it('ends the family when the token before the last comes back, even at once', async () => {
    const { refreshToken } = await newHolder(service);
    const second = (await refresh(refreshToken)).refreshToken;
    const third = (await refresh(second)).refreshToken;
    expect(await refresh(refreshToken)).toMatchObject(ended);
    expect(await refresh(third)).toMatchObject(ended);
  });

  it('gives one successor to twenty parallel requests', async () => {
    const { viewer, refreshToken } = await newHolder(service);
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
    expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(1);
    expect(await service.sql('SELECT generation, ended_at FROM session WHERE id = $1', [viewer.sessionId])).toEqual([
      { generation: 2, ended_at: null },
    ]);
  });

  it('gives one successor to twenty parallel requests with one key', async () => {
    const { refreshToken } = await newHolder(service);
    const input = { idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken, input)));
    expect(new Set(answers.map((answer) => `${answer.__typename} ${answer.refreshToken}`)).size).toBe(1);
  });

  it('refuses a key that was used for another token, and rotates nothing', async () => {
    const { refreshToken } = await newHolder(service);
    const input = { idempotencyKey: randomUUID() };
    const second = (await refresh(refreshToken, input)).refreshToken;
    expect(await refresh(second, input)).toMatchObject({ __typename: 'IdempotencyKeyReusedError' });
    expect(await refresh(second)).toMatchObject({ __typename: 'RefreshSessionSuccess' });
  });

  it('refuses a made-up token and lets the session be', async () => {
    const { viewer, refreshToken } = await newHolder(service);
    const forged = `${viewer.sessionId}.1.${'A'.repeat(43)}`;
    for (const token of [forged, 'nonsense', '', `${refreshToken}x`]) expect(await refresh(token)).toMatchObject(ended);
    expect(await refresh(refreshToken)).toMatchObject({ __typename: 'RefreshSessionSuccess' });
  });

  it('refuses when the session’s time is over', async () => {
    const { refreshToken } = await newHolder(service);
    service.clock.advance(sessionLifetimeMs);
    expect(await refresh(refreshToken)).toMatchObject(ended);
  });
});
