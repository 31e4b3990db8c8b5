import { logInInput, mutate, newHolder, password } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

const newPassword = 'quiet lantern orchard 58';
const at = (address: number) => `198.18.7.${address}`;
const on = (installation: string) => ({
  device: { name: 'A phone', platform: 'IOS', installationId: `installation-${installation}` },
});
const logIn = (phone: string, input: object, address: number) =>
  mutate(service, 'logIn', logInInput(phone, input), undefined, at(address));

describe('after a new password', () => {
  it('a thief who knew the old one does not keep the owner out, with devices and an address that were known', async () => {
    const { phone, viewer } = await newHolder(service);
    const tokens: (string | undefined)[] = [];
    for (const installation of ['thief-1', 'thief-2', 'thief-3'])
      tokens.push((await logIn(phone, on(installation), 66)).deviceToken ?? undefined);
    expect(tokens.every(Boolean)).toBe(true);
    service.clock.advance(2_000);
    const changed = await mutate(service, 'changePassword', { currentPassword: password, newPassword }, viewer);
    expect(changed).toMatchObject({ __typename: 'ChangePasswordSuccess', deviceToken: expect.any(String) });
    service.clock.advance(2_000);
    for (let round = 0; round < 40; round += 1) {
      const number = round % 3;
      await logIn(phone, { ...on(`thief-${number + 1}`), password: `old ${round}`, deviceToken: tokens[number] }, 66);
    }
    const right = { password: newPassword, deviceToken: changed.deviceToken };
    expect(await logIn(phone, { ...right, ...on('1') }, 1)).toMatchObject({ __typename: 'LogInSuccess' });
    service.clock.advance(10 * 60_000);
    // Another device of the owner, at another place: the thief's address has had its part of what strangers have.
    expect(await logIn(phone, { ...on('tablet'), password: newPassword }, 2)).toMatchObject({
      __typename: 'LogInSuccess',
    });
  });
});
