import { randomUUID } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet } from 'jose';
import { verifyAccessToken } from '@bindery/trust';
import { eventsOf, logInInput, mutate, newHolder, newPhone, registration, signIn } from '../testing/holder';
import { newDevicesPerDay } from '../devices/device.rules';
import { liveSessionsMax, sessionLifetimeMs } from '../sessions/session.rules';
import { say } from './log-in.words';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

describe('log in', () => {
  it('answers tokens that the published keys verify, for a session on a named device', async () => {
    const phone = newPhone();
    await mutate(service, 'register', await registration(service, phone));
    const answer = await mutate(service, 'logIn', logInInput(phone));
    expect(answer).toMatchObject({ __typename: 'LogInSuccess', session: { device: { name: 'Mei’s phone' } } });
    const { body, headers } = await service.composed.http.app.inject('/.well-known/jwks.json');
    expect(headers['cache-control']).toContain('max-age');
    expect(body).not.toContain('"d"');
    const keys = createLocalJWKSet(JSON.parse(body) as JSONWebKeySet);
    expect(await verifyAccessToken(answer.accessToken ?? '', keys)).toMatchObject({
      ok: true,
      value: {
        accountId: answer.account?.id,
        sessionId: answer.session?.id,
        deviceId: answer.session?.device.id,
        assuranceLevel: 'AAL1',
        app: 'wallet-ios',
        locale: 'zh-CN',
      },
    });
    expect(Date.parse(answer.accessTokenExpiresAt ?? '') - service.clock.now().getTime()).toBe(600_000);
  });

  it('finds the device of an installation again, which keeps its name', async () => {
    const first = await newHolder(service);
    const again = await signIn(service, first.phone, {
      device: { name: 'Old phone', platform: 'IOS', installationId: 'installation-1' },
    });
    service.clock.advance(1);
    const other = await signIn(service, first.phone, {
      device: { name: 'Tablet', platform: 'ANDROID', installationId: 'installation-2' },
    });
    expect(again.viewer.deviceId).toBe(first.viewer.deviceId);
    expect(other.viewer.deviceId).not.toBe(first.viewer.deviceId);
    const { data } = await service.ask(
      '{ viewer { devices { edges { node { name isCurrent } } } } }',
      {},
      { viewer: again.viewer },
    );
    expect(data).toEqual({
      viewer: {
        devices: {
          edges: [{ node: { name: 'Tablet', isCurrent: false } }, { node: { name: 'Mei’s phone', isCurrent: true } }],
        },
      },
    });
    const started = (await eventsOf(service, first.viewer.accountId)).filter(
      ({ type }) => type === 'bindery.account.session-started.v1',
    );
    expect(started.map(({ data: { newDevice } }) => newDevice)).toEqual([true, false, true]);
  });

  it.each([
    ['\u202ea\u202cb\0', 'ab'],
    ['👩‍💻', '👩‍💻'],
    ['علی‌رضا', 'علی‌رضا'],
    [' \u200b\t', 'iOS'],
    ['', 'iOS'],
    ['\ud800', 'iOS'],
    ['梅'.repeat(5_000), '梅'.repeat(64)],
  ])('takes any name of a device and never refuses a login for it: %j', async (name, shown) => {
    const { phone } = await newHolder(service);
    const device = { name, platform: 'IOS', installationId: 'installation-7' };
    expect(await mutate(service, 'logIn', logInInput(phone, { device }))).toMatchObject({
      __typename: 'LogInSuccess',
      session: { device: { name: shown } },
    });
  });

  it('ends the session used least lately when there are too many', async () => {
    const first = await newHolder(service);
    service.clock.advance(1_000);
    const second = await signIn(service, first.phone);
    service.clock.advance(1_000);
    await mutate(service, 'refreshSession', { refreshToken: first.refreshToken });
    for (let more = 2; more <= liveSessionsMax; more++) {
      service.clock.advance(1_000);
      await signIn(service, first.phone);
    }
    expect((await service.ask('{ viewer { id } }', {}, { viewer: second.viewer })).data).toEqual({ viewer: null });
    expect((await service.ask('{ viewer { id } }', {}, { viewer: first.viewer })).data).not.toEqual({ viewer: null });
    const ended = (await eventsOf(service, first.viewer.accountId)).filter(({ data }) => data.cause !== undefined);
    expect(ended).toMatchObject([{ data: { sessionId: second.viewer.sessionId, cause: 'TOO_MANY_SESSIONS' } }]);
  });

  it('takes so many new devices a day and no more, while those of before get in', async () => {
    const { phone } = await newHolder(service);
    const on = (number: number) => ({
      device: { name: 'x', platform: 'WEB', installationId: `installation-${number}` },
    });
    for (let number = 2; number <= newDevicesPerDay; number++) await signIn(service, phone, on(number));
    const tomorrow = new Date(service.clock.now().getTime() + 24 * 60 * 60_000);
    expect(await mutate(service, 'logIn', logInInput(phone, on(99)))).toMatchObject({
      __typename: 'TooManyRequestsError',
      retryAt: tomorrow.toISOString(),
    });
    await signIn(service, phone, on(5));
    service.clock.advance(24 * 60 * 60_000);
    await signIn(service, phone, on(99));
  });

  it('never ends the session that it makes, though the clock was put back since the others were used', async () => {
    const { phone } = await newHolder(service);
    for (let more = 1; more < liveSessionsMax; more++) await signIn(service, phone);
    service.clock.advance(-120_000);
    const { viewer } = await signIn(service, phone);
    expect((await service.ask('{ viewer { id } }', {}, { viewer })).data).toEqual({ viewer: { id: viewer.accountId } });
    service.clock.advance(120_000);
  });

  it('registers the device of an installation once when it logs in four times at once', async () => {
    const { phone, viewer } = await newHolder(service);
    const device = { name: 'Web', platform: 'WEB', installationId: 'installation-9' };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => mutate(service, 'logIn', logInInput(phone, { device }))),
    );
    expect(new Set(answers.map(({ session }) => session?.device.id)).size).toBe(1);
    expect(new Set(answers.map(({ session }) => session?.id)).size).toBe(4);
    expect(
      (await eventsOf(service, viewer.accountId)).filter(({ type }) => type === 'bindery.account.device-registered.v1'),
    ).toHaveLength(2);
  });

  it('is by the app that the gateway knows the request by, whatever the form says', async () => {
    const { phone } = await newHolder(service);
    const appOf = async (declared: string | undefined, known: string | undefined) => {
      const query = `mutation ($input: LogInInput!) { logIn(input: $input) { ... on LogInSuccess { accessToken session { device { clientApp } } } ... on InvalidInputError { field } } }`;
      const input = { ...logInInput(phone, { clientApp: declared }), idempotencyKey: randomUUID() };
      const { logIn } = (await service.ask(query, { input }, { clientApp: known })).data;
      return logIn.field ?? [logIn.session.device.clientApp, decodeJwt(logIn.accessToken).app];
    };
    for (const declared of ['ops-console', 'wallet-web', undefined])
      expect(await appOf(declared, 'wallet-ios')).toEqual(['wallet-ios', 'wallet-ios']);
    expect(await appOf('wallet-web', undefined)).toEqual(['wallet-web', 'wallet-web']);
    expect(await appOf(undefined, undefined)).toBe('clientApp');
  });

  it('makes nobody one of our own people', async () => {
    const { phone } = await newHolder(service);
    for (const clientApp of ['ops-console', 'staff-console', 'wallet-ios']) {
      const { accessToken } = await mutate(service, 'logIn', logInInput(phone, { clientApp, staff: undefined }));
      expect(decodeJwt(accessToken ?? '')).not.toHaveProperty('staff');
    }
  });

  it('makes one session for one key, gives the same refresh token again, and keeps neither it nor the password', async () => {
    const { phone } = await newHolder(service);
    const input = logInInput(phone, { idempotencyKey: randomUUID() });
    const [first, second] = [await mutate(service, 'logIn', input), await mutate(service, 'logIn', input)];
    expect(second.session?.id).toBe(first.session?.id);
    expect(second.refreshToken).toBe(first.refreshToken);
    expect(await mutate(service, 'logIn', { ...input, clientApp: 'wallet-web' })).toMatchObject({
      __typename: 'IdempotencyKeyReusedError',
    });
    const stored = JSON.stringify([
      await service.sql('SELECT * FROM idempotency_key'),
      await service.sql('SELECT * FROM session'),
    ]);
    expect(stored).not.toContain(first.refreshToken?.split('.')[2]);
    expect(stored).not.toContain(input.password);
  });

  it('does not bring a session back by the key that made it', async () => {
    const { phone } = await newHolder(service);
    const input = logInInput(phone, { idempotencyKey: randomUUID() });
    const { account, session } = await mutate(service, 'logIn', input);
    if (!account || !session) throw new Error('nobody was logged in');
    const viewer = {
      accountId: account.id,
      sessionId: session.id,
      deviceId: session.device.id,
      assuranceLevel: 'AAL1' as const,
    };
    await mutate(service, 'endSession', { sessionId: session.id }, viewer);
    expect(await mutate(service, 'logIn', input)).toMatchObject({ __typename: 'SessionEndedError' });
    expect(await mutate(service, 'logIn', { ...input, idempotencyKey: randomUUID() })).toMatchObject({
      __typename: 'LogInSuccess',
    });
  });

  it('says of a session that has come to its end what became of it, and that a new login is a new request', async () => {
    const { phone } = await newHolder(service);
    const input = logInInput(phone, { idempotencyKey: randomUUID() });
    await mutate(service, 'logIn', input);
    service.clock.advance(sessionLifetimeMs);
    const query = `mutation ($input: LogInInput!) { logIn(input: $input) { ... on Problem { __typename code message remedies { kind } } } }`;
    expect((await service.ask(query, { input })).data).toEqual({
      logIn: {
        __typename: 'SessionEndedError',
        code: 'SESSION_ENDED',
        message: say('en', 'SESSION_ENDED'),
        remedies: [{ kind: 'LOG_IN' }],
      },
    });
  });

  it.each([
    ['clientApp', { clientApp: 'Wallet iOS' }],
    ['device.installationId', { device: { name: 'x', platform: 'IOS', installationId: '1' } }],
    ['idempotencyKey', { idempotencyKey: 'x' }],
  ])('refuses a wrong %s and does not count it as a guess', async (field, wrong) => {
    const before = service.counts.verifications;
    expect(await mutate(service, 'logIn', logInInput(newPhone(), wrong))).toMatchObject({
      __typename: 'InvalidInputError',
      field,
    });
    expect(service.counts.verifications).toBe(before);
  });
});
