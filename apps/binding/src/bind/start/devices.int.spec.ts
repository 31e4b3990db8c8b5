import { newId } from '@bindery/kernel';
import { consentTo } from '../../testing/consent';
import { aHolder, mutate, startInput, type Holder } from '../../testing/holder';
import { changeProfile } from '../../testing/operator';
import { startBindingService, type RunningBinding } from '../../testing/start-binding-service';
import { onAnotherDevice } from '../../testing/scenes';

let service: RunningBinding;
let phone: Holder;
let sequence = 1;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service?.stop());
beforeEach(() => {
  phone = aHolder();
  sequence = 1;
});

const at = () => service.clock.now().toISOString();
const tell = ({ viewer: { accountId, deviceId } }: Holder, platform: string) =>
  service.eventLog.publish('identity', {
    type: 'bindery.account.device-registered.v1',
    key: accountId,
    sequence: (sequence += 1),
    data: { accountId, deviceId, platform, clientApp: 'WALLET', at: at() },
  });
const logIn = ({ viewer: { accountId, deviceId } }: Holder, platform: string) =>
  service.eventLog.publish('identity', {
    type: 'bindery.account.session-started.v1',
    key: accountId,
    sequence: (sequence += 1),
    data: { accountId, sessionId: newId('session'), deviceId, newDevice: false, platform, at: at() },
  });
const addPass = (by: Holder) =>
  mutate(service, by, 'startBinding', {
    provider: 'apple-wallet',
    deviceId: by.viewer.deviceId,
    consent: consentTo('apple-wallet'),
    card: { pass: { holderName: 'Li Mei' } },
  });
const bindableHere = async (by?: Holder) => {
  const query = '{ providers { code bindableHere capabilities { platforms } } }';
  const { data } = await service.ask(query, {}, by?.claims ?? {});
  return Object.fromEntries(
    data.providers.map(({ code, bindableHere: here }: { code: string; bindableHere: boolean }) => [code, here]),
  );
};

describe('a provider whose cards are for some devices only', () => {
  it('is refused on another, with where it can be bound, before anything is handed over; and says so beforehand', async () => {
    await tell(phone, 'ANDROID');
    expect(await bindableHere(phone)).toMatchObject({ 'apple-wallet': false, alipay: true, 'seaside-bank': true });
    expect(await addPass(phone)).toMatchObject({
      __typename: 'BindingRefusedError',
      code: 'DEVICE_NOT_TAKEN',
      message: expect.stringContaining('an iPhone or iPad'),
      remedies: [{ code: 'UseOtherDevice' }, { code: 'UseOtherCard' }],
    });
    const iphone = onAnotherDevice(phone);
    await tell(iphone, 'IOS');
    expect(await bindableHere(iphone)).toMatchObject({ 'apple-wallet': true });
  });

  it('is bound on a device of its own, and refused on another from the moment that its profile says so', async () => {
    const iphone = onAnotherDevice(phone);
    await tell(phone, 'ANDROID');
    await tell(iphone, 'IOS');
    const start = (by: Holder) => mutate(service, by, 'startBinding', startInput(by));
    expect(await start(phone)).toMatchObject({ __typename: 'StartBindingSuccess' });
    expect(await changeProfile(service, { platforms: ['IOS', 'HARMONY'] })).toMatchObject({ proposal: null });
    expect(await start(phone)).toMatchObject({
      code: 'DEVICE_NOT_TAKEN',
      message: expect.stringContaining('HarmonyOS'),
    });
    expect(await start(iphone)).toMatchObject({ __typename: 'StartBindingSuccess' });
    // From the phone for the iPhone as well: the card is for the device that is named.
    const fromHere = { ...startInput(phone), deviceId: iphone.viewer.deviceId };
    expect(await mutate(service, phone, 'startBinding', fromHere)).toMatchObject({ __typename: 'StartBindingSuccess' });
  });

  it('follows what the device runs at each log-in, also of one that was known before anybody kept it', async () => {
    await service.sql(
      `INSERT INTO known_device (id, account_id, registered_at) VALUES ('${phone.viewer.deviceId}', '${phone.viewer.accountId}', now())`,
    );
    expect(await bindableHere(phone)).toMatchObject({ 'apple-wallet': true });
    await logIn(phone, 'ANDROID');
    expect(await bindableHere(phone)).toMatchObject({ 'apple-wallet': false });
    await logIn(phone, 'IOS');
    expect(await bindableHere(phone)).toMatchObject({ 'apple-wallet': true });
  });

  it('says nothing of it to who is not signed in', async () =>
    expect(await bindableHere()).toMatchObject({ 'apple-wallet': true }));
});
