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
      account: { displayName: 'علی‌رضا 👩‍💻', locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
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

  it('tells the others of another time zone only, once', async () => {
    const { viewer } = await newHolder(service);
    const input = { timeZone: 'Europe/Berlin', idempotencyKey: randomUUID() };
    for (let time = 0; time < 2; time++)
      expect(await mutate(service, 'changeProfile', input, viewer)).toMatchObject({
        account: { locale: 'zh-CN', timeZone: 'Europe/Berlin' },
      });
    await mutate(service, 'changeProfile', { timeZone: 'Europe/Berlin' }, viewer);
    const told = (await eventsOf(service, viewer.accountId)).filter(({ type }) => type.includes('-changed'));
    expect(told).toMatchObject([
      {
        type: 'bindery.account.time-zone-changed.v1',
        data: { timeZone: 'Europe/Berlin', accountId: viewer.accountId },
      },
    ]);
  });

  it.each([
    ['displayName', 'REQUIRED', { displayName: ' \u200b ' }],
    ['displayName', 'TOO_LONG', { displayName: '梅'.repeat(41) }],
    ['displayName', 'REQUIRED', {}],
    ['locale', 'UNKNOWN', { locale: 'fr' }],
    ['timeZone', 'UNKNOWN', { timeZone: 'Mars/Base' }],
    ['timeZone', 'UNKNOWN', { timeZone: '+08:00' }],
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
