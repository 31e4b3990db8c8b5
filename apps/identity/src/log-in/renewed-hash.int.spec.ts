import { hash } from '@node-rs/argon2';
import { logInInput, mutate, newHolder, password, signIn } from '../testing/holder';
import { cheap, startTestIdentity, type TestIdentity } from '../testing/identity-service';

const pepper = Buffer.alloc(32, 7);
const former = { ...cheap, memoryCost: 32 };

let service: TestIdentity;
beforeAll(
  async () => void (service = await startTestIdentity({ PASSWORD_PEPPER: pepper.toString('base64') }, [cheap, former])),
);
afterAll(() => service.stop());

describe('a hash that was made at a former cost', () => {
  it('is renewed once its password is known to be right', async () => {
    const { phone, viewer } = await newHolder(service);
    const kept = async () =>
      (await service.sql<{ hash: string }>('SELECT hash FROM password WHERE account_id = $1', [viewer.accountId]))[0]
        ?.hash;
    const before = await hash(password, { ...former, algorithm: 2, secret: pepper });
    await service.sql('UPDATE password SET hash = $1 WHERE account_id = $2', [before, viewer.accountId]);
    await mutate(service, 'logIn', logInInput(phone, { password: 'another one that is wrong' }));
    expect(await kept()).toBe(before);
    await signIn(service, phone);
    const renewed = await kept();
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
    await signIn(service, phone);
    expect(await kept()).toBe(renewed);
  });
});
