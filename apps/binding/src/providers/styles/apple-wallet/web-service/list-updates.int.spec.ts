import { createDevices, newDevice, readPass } from '../testing/devices';
import { startPasses, type RunningPasses } from '../testing/start-passes';

let passes: RunningPasses;
let { download, register, updates, fetchPass, operate, added } = {} as ReturnType<typeof createDevices>;
beforeAll(async () => {
  passes = await startPasses();
  ({ download, register, updates, fetchPass, operate, added } = createDevices(passes));
}, 60_000);
afterAll(() => passes?.stop());
/** What an earlier test put off is none of the next one’s. */
beforeEach(async () => void (await passes.drain()));

describe('GET …/registrations', () => {
  const listed = async (device: string, since?: string) => {
    const { status, json } = await updates(device, since);
    return status === 204 ? null : (json as { lastUpdated: string; serialNumbers: string[] });
  };

  it('answers all without a tag, nothing with the last one, and each change once', async () => {
    const device = newDevice();
    const [one, other] = [await added(device), await added(device)];
    const all = await listed(device);
    expect(all?.serialNumbers.sort()).toEqual([one.serialNumber, other.serialNumber].sort());
    expect(await listed(device, all?.lastUpdated)).toBeNull();
    await operate('SUSPEND', one);
    const changed = await listed(device, all?.lastUpdated);
    expect(changed?.serialNumbers).toEqual([one.serialNumber]);
    expect(await listed(device, changed?.lastUpdated)).toBeNull();
  });

  it('tells a device of a pass that changed before it registered, although the device has a later tag', async () => {
    const device = newDevice();
    const [first, late] = [await added(device), await download()];
    await register(newDevice(), late);
    await operate('SUSPEND', late);
    await operate('SUSPEND', first);
    const tag = (await listed(device))?.lastUpdated;
    await register(device, late);
    expect((await listed(device, tag))?.serialNumbers).toEqual([late.serialNumber]);
  });

  it.each([
    ['an empty tag', ''],
    ['no number', 'yesterday'],
    ['two tags', '1&passesUpdatedSince=2'],
    ['a number that is too long', '9'.repeat(40)],
    ['a tag that was never given', '999999999999999999'],
    ['a negative one', '-1'],
  ])('takes %s for none, so that nothing is lost', async (_what, since) => {
    const pass = await added();
    expect((await listed(pass.device, since))?.serialNumbers).toEqual([pass.serialNumber]);
  });

  it('tells nothing of devices, types and names that there are not', async () => {
    for (const path of [
      `/v1/devices/nobody/registrations/${passes.passType}`,
      '/v1/devices/d/registrations/pass.other',
      `/v1/devices/..%2f..%2f/registrations/${passes.passType}`,
    ])
      expect((await passes.ask('GET', path)).status).toBe(204);
  });

  it('loses no update while passes change at the same moment, however tags and commits fall', async () => {
    const device = newDevice();
    const held = [];
    for (let i = 0; i < 6; i++) held.push(await added(device));
    let tag = (await listed(device))?.lastUpdated;
    const seen = new Map<string, string>();
    let done = false;
    const polling = (async () => {
      while (!done) {
        const next = await listed(device, tag);
        if (!next) continue;
        expect(BigInt(next.lastUpdated) > BigInt(tag ?? '0')).toBe(true);
        tag = next.lastUpdated;
        for (const serial of next.serialNumbers) {
          const pass = held.find(({ serialNumber }) => serialNumber === serial);
          if (pass) seen.set(serial, readPass(await fetchPass(pass)).voided ? 'VOIDED' : 'CHANGED');
        }
      }
    })();
    await Promise.all(
      held.map(async (pass) => {
        for (let round = 0; round < 5; round++) await operate(round % 2 === 0 ? 'SUSPEND' : 'RESUME', pass);
        await operate('UNBIND', pass);
      }),
    );
    // Once more after the last commit, by the tag it has.
    done = true;
    await polling;
    for (let next = await listed(device, tag); next; next = await listed(device, tag)) {
      tag = next.lastUpdated;
      for (const serial of next.serialNumbers) seen.set(serial, 'VOIDED');
    }
    expect([...seen.values()]).toEqual(Array(6).fill('VOIDED'));
  }, 60_000);
});
