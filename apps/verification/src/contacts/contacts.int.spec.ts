import { newId } from '@bindery/kernel';
import { aHolder, newBindingId, resend, start, startBind, type Holder } from '../testing/operations';
import { startVerification, type RunningVerification } from '../testing/start-verification';

let service: RunningVerification;
beforeAll(async () => (service = await startVerification({ withJobs: false })));
afterAll(() => service.stop());

const soon = '2026-02-01T00:00:00.000Z';

/** Identity tells which zone the holder has chosen. */
const choose = ({ accountId }: Holder, timeZone: string, sequence: number) =>
  service.eventLog.publish('identity', {
    type: 'bindery.account.time-zone-changed.v1',
    key: accountId,
    sequence,
    data: { accountId, timeZone, at: soon },
  });

describe('events about time zones', () => {
  it.each([
    ['en', 'can be sent again at', 'You can ask for one again at', /, \d{2}:\d{2} [AP]M (GMT-10|HST)\.$/],
    ['zh-CN', '之后可以重发', '之后可以重新获取', / \d{2}:\d{2} GMT-10 之后/],
  ] as const)(
    'have refusals of codes tell when to try again in the holder’s own, in %s',
    async (locale, again, another, moment) => {
      const holder = await aHolder(service, locale);
      const claims = { ...holder.claims, locale };
      const { id } = await startBind(service, holder);
      expect((await resend(service, id, claims)).message).toMatch(/GMT\+8/);
      await choose(holder, 'Pacific/Honolulu', 3);
      const tooSoon = await resend(service, id, claims);
      expect(tooSoon).toMatchObject({ __typename: 'ResendTooSoonError', message: expect.stringContaining(again) });
      expect(tooSoon.message).toMatch(moment);
      const ask = () => start(service, { purpose: { action: 'BIND', subjectId: newBindingId() } }, claims);
      for (let count = 1; count < 10; count++) await ask();
      const tooMany = await ask();
      expect(tooMany).toMatchObject({
        __typename: 'TooManyChallengesError',
        message: expect.stringContaining(another),
      });
      expect(tooMany.message).toMatch(moment);
    },
  );

  it('change nothing when they are late, or name what clocks here do not know', async () => {
    const holder = await aHolder(service);
    const { id } = await startBind(service, holder);
    await choose(holder, 'Pacific/Honolulu', 5);
    await choose(holder, 'Asia/Tokyo', 4);
    await choose(holder, 'Mars/Base', 6);
    expect((await resend(service, id, holder.claims)).message).toMatch(/(GMT-10|HST)\.$/);
  });
});

describe('events about contact points', () => {
  it('move codes to the newest confirmed phone, and an old event does not move them back', async () => {
    const holder = await aHolder(service);
    const publish = async (phone: string, sequence: number, contactPointId = newId('contact_point')) => {
      const data = {
        accountId: holder.accountId,
        contactPointId,
        channel: 'SMS',
        sealedAddress: await service.seal(phone),
        at: soon,
      } as const;
      return service.eventLog.publish('identity', {
        type: 'bindery.account.contact-point-confirmed.v1',
        key: holder.accountId,
        sequence,
        data,
      });
    };
    const contactPointId = newId('contact_point');
    await publish('+8613911110002', 7, contactPointId);
    await publish('+8613911110001', 5, contactPointId);
    await publish('+8613911110003', 6);
    expect((await startBind(service, holder)).sentTo).toBe('+86 ••• 02');
  });

  it('offer no other factor while only a phone can be reached', async () => {
    const holder = await aHolder(service);
    const data = {
      accountId: holder.accountId,
      contactPointId: newId('contact_point'),
      channel: 'EMAIL',
      sealedAddress: await service.seal('li@example.com'),
      at: soon,
    } as const;
    await service.eventLog.publish('identity', {
      type: 'bindery.account.contact-point-confirmed.v1',
      key: holder.accountId,
      sequence: 9,
      data,
    });
    expect((await startBind(service, holder)).alternatives).toEqual([]);
  });
});
