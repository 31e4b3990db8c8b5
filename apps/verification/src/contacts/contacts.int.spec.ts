import { newId } from '@bindery/kernel';
import { aHolder, startBind } from '../testing/operations';
import { startVerification, type RunningVerification } from '../testing/start-verification';

let service: RunningVerification;
beforeAll(async () => (service = await startVerification({ withJobs: false })));
afterAll(() => service.stop());

const soon = '2026-02-01T00:00:00.000Z';

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
