import { randomInt, randomUUID } from 'node:crypto';
import { createAttackers, seededRandom } from './attackers';
import { startServicesUnderAttack, type Answer, type ServicesUnderAttack } from './services-under-attack';

const hour = 60 * 60_000;
/** What anybody may try at one account in a day, by all ways together. */
const guessesPerDay = 50;

const newDeviceWay = 'at home, on a new device';
/** An account gets twenty new devices a day at most, whoever logs in on them. */
const newDeviceEachHours = 2;

jest.setTimeout(180_000);

let services: ServicesUnderAttack;
beforeAll(async () => void (services = await startServicesUnderAttack()));
afterAll(() => services.stop());

let addresses = 0;
/** An address that nobody has used. */
const newAddress = () => `198.18.${Math.floor(++addresses / 250)}.${addresses % 250}`;
const botAddress = (n: number) => `2001:db8:${(n % 9_000).toString(16)}:${Math.floor(n / 9_000)}::1`;

/** One person: registered, logged in at home on one phone, by an app of today. */
async function anOwner() {
  const { mutate, codeOf, carryEvents } = services;
  const phone = `+86138${String(randomInt(10 ** 8)).padStart(8, '0')}`;
  const [home, installationId] = [newAddress(), `own-${randomUUID()}`];
  let [password, deviceToken] = ['seven blue kettles hum', ''];

  const prove = async (action: string, claims: object, more: object = {}, meanwhile?: Meanwhile): Promise<Answer> => {
    const started = await mutate('startChallenge', { purpose: { action }, phone, ...more }, claims);
    if (!started.challenge) return started;
    await meanwhile?.();
    const code = await codeOf(started.challenge.id);
    return mutate('answerChallenge', { challengeId: started.challenge.id, code }, claims);
  };
  const logIn = (clientAddress: string, installation: string, token?: string) => {
    const device = { name: 'Mei’s phone', platform: 'IOS', installationId: installation };
    const input = { phone, password, device, deviceToken: token };
    return mutate('logIn', input, { clientAddress, clientApp: 'wallet-ios' });
  };
  const { proof } = await prove('REGISTER', { clientAddress: home });
  const form = { phone, password, displayName: '小梅', locale: 'zh-CN', proof: proof?.token };
  await mutate('register', form, { clientAddress: home });
  deviceToken = (await logIn(home, installationId)).deviceToken ?? '';
  await carryEvents();

  const reset = async (clientAddress: string, token?: string, meanwhile?: Meanwhile): Promise<Answer> => {
    const proved = await prove('RESET_PASSWORD', { clientAddress }, { deviceToken: token }, meanwhile);
    if (!proved.proof) return proved;
    const newPassword = `nine quiet lanterns ${randomUUID()}`;
    const input = { phone, newPassword, proof: proved.proof.token, installationId };
    const answer = await mutate('resetPassword', input, { clientAddress });
    if (answer.__typename === 'ResetPasswordSuccess') password = newPassword;
    return answer;
  };
  return {
    phone,
    home,
    device: () => ({ installationId, deviceToken }),
    ways: {
      'on a known device, anywhere': () => logIn(newAddress(), installationId, deviceToken),
      [newDeviceWay]: () => logIn(home, `new-${randomUUID()}`),
      'anywhere, by an app that sends no token': () => logIn(newAddress(), installationId),
    },
    /** A new password, whatever others do between the code and its answer, then in with it. */
    async byReset(where: Place, meanwhile?: Meanwhile): Promise<[Answer, Answer]> {
      const address = where === 'DEVICE' ? newAddress() : home;
      const token = where === 'HOME' ? undefined : deviceToken;
      const answer = await reset(address, token, meanwhile);
      const loggedIn = await logIn(address, installationId, answer.deviceToken ?? token);
      deviceToken = loggedIn.deviceToken ?? deviceToken;
      await carryEvents();
      return [answer, loggedIn];
    },
  };
}

type Meanwhile = () => Promise<void>;
/** A known device somewhere, a new one at home, the known one at home. */
type Place = 'DEVICE' | 'HOME' | 'DEVICE_AT_HOME';

const isIn = { __typename: 'LogInSuccess' };

describe('a day of attacks at one owner', () => {
  it.each([1, 2])('by anybody, from anywhere, lets the owner in every time: schedule %i', async (seed) => {
    const random = seededRandom(seed);
    const owner = await anOwner();
    const { looked, act } = createAttackers({ services, phone: owner.phone, random, addressOf: botAddress });
    for (let hours = 0; hours < 24; hours++) {
      const acts = 2 + Math.floor(random() * 4);
      for (let n = 0; n < acts; n++) {
        await act();
        services.advance((hour * random()) / acts);
      }
      for (const [way, logIn] of Object.entries(owner.ways)) {
        if (way === newDeviceWay && hours % newDeviceEachHours) continue;
        const answer = await logIn();
        expect({ seed, hours, way, ...answer }).toMatchObject({ seed, hours, way, ...isIn });
      }
      const [reset, loggedIn] = await owner.byReset(hours % 2 ? 'DEVICE' : 'HOME', act);
      expect({ seed, hours, ...reset }).toMatchObject({ seed, hours, __typename: 'ResetPasswordSuccess' });
      expect({ seed, hours, ...loggedIn }).toMatchObject({ seed, hours, ...isIn });
    }
    expect(looked.passwords).toBeLessThanOrEqual(guessesPerDay);
    expect(looked.resetCodes).toBeLessThanOrEqual(guessesPerDay);
    expect(looked.passwords).toBeGreaterThan(5);
  });

  it('by neighbours in the owner’s own network leaves the device and the reset on it', async () => {
    const owner = await anOwner();
    const random = seededRandom(4);
    const everywhere = createAttackers({ services, phone: owner.phone, random, addressOf: botAddress });
    const athome = createAttackers({ services, phone: owner.phone, random, addressOf: () => owner.home });
    for (let hours = 0; hours < 24; hours++) {
      await everywhere.act();
      await athome.act();
      services.advance(hour);
      expect(await owner.ways['on a known device, anywhere']()).toMatchObject(isIn);
      const [reset, loggedIn] = await owner.byReset('DEVICE_AT_HOME', athome.act);
      expect([reset, loggedIn]).toMatchObject([{ __typename: 'ResetPasswordSuccess' }, isIn]);
    }
    expect(everywhere.looked.passwords + athome.looked.passwords).toBeLessThanOrEqual(guessesPerDay);
    expect(everywhere.looked.resetCodes + athome.looked.resetCodes).toBeLessThanOrEqual(guessesPerDay);
  });

  it('with a stolen device leaves the way from home, and fifty guesses in all', async () => {
    const owner = await anOwner();
    const random = seededRandom(5);
    const theirs = { services, phone: owner.phone, random, device: owner.device() };
    const thieves = createAttackers({ ...theirs, addressOf: botAddress });
    for (let hours = 0; hours < 24; hours++) {
      for (let n = 0; n < 3; n++) await thieves.act();
      services.advance(hour);
      if (hours % newDeviceEachHours === 0) expect(await owner.ways[newDeviceWay]()).toMatchObject(isIn);
    }
    expect(thieves.looked.passwords).toBeLessThanOrEqual(guessesPerDay);
    expect(thieves.looked.resetCodes).toBeLessThanOrEqual(guessesPerDay);
  });
});
