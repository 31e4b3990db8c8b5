import { playWithDeadSessions } from '@bindery/subgraph/testing';
import { logInInput, newHolder, newPhone, password, registration, tryMutate } from './testing/holder';
import { startTestIdentity, type TestIdentity } from './testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

const hashes = '$argon2';
const newPassword = 'nine copper kettles sing';
const ofPhone = (phone: string) => [phone, phone.slice(3)];

describe('a database session that dies at any statement leaves nothing of a person in the log', () => {
  it.each([
    [
      'register',
      async () => {
        const input = await registration(service, newPhone());
        return {
          run: () => tryMutate(service, 'register', input),
          canaries: [...ofPhone(input.phone), input.password, input.displayName, input.proof, hashes],
        };
      },
    ],
    [
      'logIn',
      async () => {
        const { phone, refreshToken } = await newHolder(service);
        return {
          run: () => tryMutate(service, 'logIn', logInInput(phone)),
          canaries: [...ofPhone(phone), password, 'Mei’s phone', 'installation-1', refreshToken, hashes],
        };
      },
    ],
    [
      'resetPassword',
      async () => {
        const { phone } = await newHolder(service);
        const proof = await service.proofOf('RESET_PASSWORD', phone);
        return {
          run: () => tryMutate(service, 'resetPassword', { phone, newPassword, proof }),
          canaries: [...ofPhone(phone), password, newPassword, proof, hashes],
        };
      },
    ],
    [
      'changePassword',
      async () => {
        const { phone, viewer } = await newHolder(service);
        const passwords = { currentPassword: password, newPassword };
        return {
          run: () => tryMutate(service, 'changePassword', passwords, viewer),
          canaries: [...ofPhone(phone), password, newPassword, hashes],
        };
      },
    ],
    [
      'changeProfile',
      async () => {
        const { phone, viewer } = await newHolder(service);
        const displayName = 'Mei Ling of the Lake';
        return {
          run: () => tryMutate(service, 'changeProfile', { displayName, locale: 'en' }, viewer),
          canaries: [...ofPhone(phone), displayName, '小梅'],
        };
      },
    ],
    [
      'renameDevice',
      async () => {
        const { phone, viewer } = await newHolder(service);
        const name = 'The phone of Mei Ling';
        return {
          run: () => tryMutate(service, 'renameDevice', { deviceId: viewer.deviceId, name }, viewer),
          canaries: [...ofPhone(phone), name, 'Mei’s phone', 'installation-1'],
        };
      },
    ],
    [
      'refreshSession',
      async () => {
        const { refreshToken } = await newHolder(service);
        return {
          run: () => tryMutate(service, 'refreshSession', { refreshToken }),
          canaries: [refreshToken, refreshToken.split('.').at(-1) ?? ''],
        };
      },
    ],
  ])('%s', async (_act, prepare) => {
    const { statements, failures, found } = await playWithDeadSessions(service, prepare);
    expect(found).toEqual([]);
    expect(statements).toBeGreaterThan(4);
    expect(failures).toBeGreaterThan(0);
  });
});
