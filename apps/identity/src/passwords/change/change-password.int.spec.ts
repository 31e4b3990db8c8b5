import { randomUUID } from 'node:crypto';
import type { Viewer } from '@bindery/trust';
import { eventsOf, logInInput, mutate, newHolder, password, signIn, tryMutate } from '../../testing/holder';
import { startTestIdentity, type TestIdentity } from '../../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

const newPassword = 'quiet lantern orchard 58';
const form = { currentPassword: password, newPassword };

describe('change password', () => {
  it('sets the new one for who knows the one so far; the session that asks goes on, others end', async () => {
    const { viewer, phone } = await newHolder(service);
    const other = await signIn(service, phone);
    const input = { ...form, idempotencyKey: randomUUID() };
    const changed = await mutate(service, 'changePassword', input, viewer);
    expect(changed).toMatchObject({
      __typename: 'ChangePasswordSuccess',
      endedSessionCount: 1,
      account: { sessions: { edges: [{ node: { id: viewer.sessionId } }] } },
    });
    expect((await service.ask('{ viewer { id } }', {}, { viewer: other.viewer })).data).toEqual({ viewer: null });
    expect(await mutate(service, 'logIn', logInInput(phone))).toMatchObject({ __typename: 'LogInFailedError' });
    expect(await mutate(service, 'logIn', logInInput(phone, { password: newPassword }))).toMatchObject({
      __typename: 'LogInSuccess',
    });
    expect((await eventsOf(service, viewer.accountId)).map(({ type }) => type)).toContain(
      'bindery.account.password-changed.v1',
    );
    expect(await mutate(service, 'changePassword', input, viewer)).toMatchObject({
      __typename: 'ChangePasswordSuccess',
      endedSessionCount: 1,
    });
  });

  it.each([
    ['en', /^Too many tries\. .*(GMT-10|HST)\.$/, /^Too many tries\. .* GMT\+8\.$/],
    ['zh-CN', /^尝试次数过多，.* GMT-10 /, /^尝试次数过多，.* GMT\+8 /],
  ] as const)('tells when to go on, to who is signed in by their own clock, in %s', async (locale, own, ours) => {
    const { viewer, phone } = await newHolder(service);
    await mutate(service, 'changeProfile', { timeZone: 'Pacific/Honolulu' }, viewer);
    const untilRefused = async (name: 'changePassword' | 'logIn', given: object, as?: Viewer) => {
      const query = `mutation ($input: ${name === 'logIn' ? 'LogInInput' : 'ChangePasswordInput'}!) { ${name}(input: $input) { ... on TooManyRequestsError { message } } }`;
      for (let guess = 0; guess < 30; guess++) {
        const input = { idempotencyKey: randomUUID(), ...given };
        const { message } = (await service.ask(query, { input }, { locale, viewer: as })).data[name];
        if (message) return message;
      }
    };
    const wrong = 'a wrong guess of it';
    expect(await untilRefused('changePassword', { currentPassword: wrong, newPassword }, viewer)).toMatch(own);
    expect(await untilRefused('logIn', logInInput(phone, { password: wrong }))).toMatch(ours);
  });

  it('is of no use with a token alone: guesses at the one so far are counted', async () => {
    const { viewer, phone } = await newHolder(service);
    const codes: (string | undefined)[] = [];
    for (let guess = 0; guess < 30; guess++) {
      const input = { currentPassword: `wrong guess number ${guess}`, newPassword };
      codes.push((await mutate(service, 'changePassword', input, viewer)).code);
    }
    expect(new Set(codes)).toEqual(new Set(['PASSWORD_WRONG', 'TOO_MANY_REQUESTS']));
    expect(codes.filter((code) => code === 'PASSWORD_WRONG').length).toBeLessThanOrEqual(20);
    service.clock.advance(24 * 60 * 60_000);
    expect(await mutate(service, 'changePassword', form, viewer)).toMatchObject({
      __typename: 'ChangePasswordSuccess',
    });
    await signIn(service, phone, { password: newPassword });
  });

  it('is done so many times an hour and no more: each takes two hashes', async () => {
    const { viewer } = await newHolder(service);
    const words = ['lantern', 'orchard', 'kettle', 'harbour', 'meadow', 'violin'].map(
      (word) => `quiet ${word} humming 58`,
    );
    let currentPassword = password;
    const codes: string[] = [];
    for (const next of words) {
      codes.push((await mutate(service, 'changePassword', { currentPassword, newPassword: next }, viewer)).__typename);
      currentPassword = next;
    }
    expect(codes).toEqual([...Array<string>(5).fill('ChangePasswordSuccess'), 'TooManyRequestsError']);
  });

  it('changes once of two at a time, each with the one so far', async () => {
    const { viewer } = await newHolder(service);
    const answers = await Promise.all(
      [newPassword, 'another lantern orchard 59'].map((one) =>
        mutate(service, 'changePassword', { currentPassword: password, newPassword: one }, viewer),
      ),
    );
    expect(answers.map((answer) => answer.__typename).sort()).toEqual(['ChangePasswordSuccess', 'PasswordWrongError']);
  });

  it.each([
    ['short', 'PasswordTooWeakError'],
    ['zaq12wsxcde34rfv', 'PasswordTooWeakError'],
    ['quiet-lantern-58-orchard\0', 'InvalidInputError'],
  ])('refuses %s as the new one', async (weak, problem) => {
    const { viewer } = await newHolder(service);
    expect(
      await mutate(service, 'changePassword', { currentPassword: password, newPassword: weak }, viewer),
    ).toMatchObject({ __typename: problem });
  });

  it('is for who is signed in', async () => {
    const { viewer, phone } = await newHolder(service);
    const other = await signIn(service, phone);
    await mutate(service, 'endSession', { sessionId: viewer.sessionId }, other.viewer);
    for (const asker of [undefined, viewer]) {
      const { errors } = await tryMutate(service, 'changePassword', form, asker);
      expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});
