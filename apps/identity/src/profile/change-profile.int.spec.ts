import { randomUUID } from 'node:crypto';
import { eventsOf, mutate, newHolder, tryMutate } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

describe('change profile', () => {
  it('changes what is given and leaves the rest', async () => {
    const { viewer } = await newHolder(service);
    expect(await mutate(service, 'changeProfile', { displayName: ' علی‌رضا 👩‍💻 ' }, viewer)).toMatchObject({
      __typename: 'ChangeProfileSuccess',
      account: { displayName: 'علی‌رضا 👩‍💻', locale: 'zh-CN' },
    });
    expect(await mutate(service, 'changeProfile', { locale: 'en' }, viewer)).toMatchObject({
      account: { displayName: 'علی‌رضا 👩‍💻', locale: 'en' },
    });
  });

  it('tells the others of another language only, once', async () => {
    const { viewer } = await newHolder(service);
    const input = { locale: 'en', displayName: 'Mei', idempotencyKey: randomUUID() };
    await mutate(service, 'changeProfile', input, viewer);
    await mutate(service, 'changeProfile', input, viewer);
    await mutate(service, 'changeProfile', { locale: 'en' }, viewer);
    const told = (await eventsOf(service, viewer.accountId)).filter(({ type }) => type.includes('locale-changed'));
    expect(told).toMatchObject([{ data: { locale: 'en', accountId: viewer.accountId } }]);
    expect(JSON.stringify(told)).not.toContain('Mei');
  });

  it.each([
    ['displayName', 'REQUIRED', { displayName: ' \u200b ' }],
    ['displayName', 'TOO_LONG', { displayName: '梅'.repeat(41) }],
    ['displayName', 'REQUIRED', {}],
    ['locale', 'UNKNOWN', { locale: 'fr' }],
  ])('refuses a wrong %s by the rule %s: %j', async (field, rule, wrong) => {
    const { viewer } = await newHolder(service);
    expect(await mutate(service, 'changeProfile', wrong, viewer)).toMatchObject({
      __typename: 'InvalidInputError',
      field,
      rule,
    });
  });

  it('is for who is signed in', async () => {
    const { errors } = await tryMutate(service, 'changeProfile', { displayName: 'Mei' });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
