import { logInInput, mutate, newHolder, newPhone, password, registration } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

let service: TestIdentity;
beforeAll(
  async () => void (service = await startTestIdentity({ PASSWORD_HASHES_AT_ONCE: '1', PASSWORD_HASHES_WAITING: '1' })),
);
afterAll(() => service.stop());

describe('more passwords than can be looked at (requirement 27)', () => {
  it('are told at once when to come again, and count as no guess', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    service.hooks.afterVerify = () => held;
    const phone = newPhone();
    const answers = Array.from({ length: 3 }, () => mutate(service, 'logIn', logInInput(phone)));
    const first = await Promise.race(answers);
    expect(first).toMatchObject({
      __typename: 'ServiceUnavailableError',
      remedies: [{ code: 'TryAgain' }, { code: 'ContactSupport' }],
    });
    expect(Date.parse(first.retryAt ?? '')).toBeGreaterThan(service.clock.now().getTime());
    release();
    expect((await Promise.all(answers)).filter(({ __typename }) => __typename === 'LogInFailedError')).toHaveLength(2);
    expect(await service.sql("SELECT count(*)::integer AS guesses FROM abuse_ledger WHERE act = 'logIn.lock'")).toEqual(
      [{ guesses: 2 }],
    );
  });

  it('of strangers leave a place to who is known and to who has proved their phone', async () => {
    const owner = await newHolder(service);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let others = 0;
    // Strangers take all the places they can have, and keep them.
    service.hooks.afterVerify = () => (++others <= 1 ? held : Promise.resolve());
    const guess = () =>
      mutate(
        service,
        'logIn',
        logInInput(newPhone(), { device: { name: 'x', platform: 'IOS', installationId: 'installation-bot' } }),
        undefined,
        '198.18.0.1',
      );
    const strangers = [guess(), guess(), guess()];
    expect(await Promise.race(strangers)).toMatchObject({ __typename: 'ServiceUnavailableError' });
    expect(
      await mutate(
        service,
        'logIn',
        logInInput(owner.phone, { deviceToken: owner.deviceToken }),
        undefined,
        '198.18.0.2',
      ),
    ).toMatchObject({ __typename: 'LogInSuccess' });
    expect(await mutate(service, 'register', await registration(service, newPhone()))).toMatchObject({
      __typename: 'RegisterSuccess',
    });
    release();
    await Promise.all(strangers);
  });

  it('of strangers leave a place to who is signed in and changes their password', async () => {
    const { viewer } = await newHolder(service);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let others = 0;
    service.hooks.afterVerify = () => (++others <= 1 ? held : Promise.resolve());
    const strangers = Array.from({ length: 3 }, () => mutate(service, 'logIn', logInInput(newPhone())));
    expect(await Promise.race(strangers)).toMatchObject({ __typename: 'ServiceUnavailableError' });
    const passwords = { currentPassword: password, newPassword: 'quiet lantern orchard 58' };
    expect(await mutate(service, 'changePassword', passwords, viewer)).toMatchObject({
      __typename: 'ChangePasswordSuccess',
    });
    release();
    await Promise.all(strangers);
  });

  it('leave a place for others when they are done', async () => {
    expect(await mutate(service, 'register', await registration(service, newPhone()))).toMatchObject({
      __typename: 'RegisterSuccess',
    });
  });
});
