import { TestClock } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { bindCard } from '../testing/bind-card';
import { startWorld, type World } from '../testing/start-world';
import type { ReaderReport } from './propagation';

const hourMs = 60 * 60_000;

describe('readers of a site', () => {
  let world: World;
  let clock: TestClock;
  beforeEach(async () => {
    clock = new TestClock();
    world = await startWorld({ clock });
  });
  afterEach(() => world.stop());

  const report = async (reference: string): Promise<ReaderReport[]> =>
    (await world.signed('cloudgate', 'GET', `/credentials/${reference}/propagation`)).body.readers;
  const states = async (reference: string) =>
    Object.fromEntries((await report(reference)).map(({ id, state }) => [id, state]));
  const told = (reference: string) =>
    world.platform.webhooks
      .map(({ body }) => body)
      .filter((body) => body.type === 'credential.propagation' && body.credentialReference === reference);
  const setReader = (reader: string, online: boolean) =>
    world.plain('PUT', `/providers/cloudgate/readers/${reader}`, { online });

  it('have nothing to report of a credential that is on', async () =>
    expect(await report(await bindCard(world, 'cloudgate'))).toEqual([]));

  it('confirm a removal where they have a line, and after the worst case where they have none', async () => {
    const reference = await bindCard(world, 'cloudgate');
    await world.operate('cloudgate', 'UNBIND', { credentialReference: reference });
    await eventually(() => expect(told(reference)).toHaveLength(1));
    const offline = { 'riverside-gate': 'CONFIRMED', 'riverside-tower-2': 'CONFIRMED', 'riverside-garage': 'OFFLINE' };
    expect(await states(reference)).toEqual(offline);
    clock.advance(23 * hourMs);
    expect(await states(reference)).toEqual(offline);
    clock.advance(hourMs);
    expect(await states(reference)).toEqual({ ...offline, 'riverside-garage': 'CONFIRMED' });
  });

  it('tell at once what they have missed when they get their line back', async () => {
    await setReader('riverside-tower-2', false);
    const reference = await bindCard(world, 'cloudgate');
    await world.plain('POST', `/providers/cloudgate/credentials/${reference}/removal`);
    expect(await states(reference)).toMatchObject({ 'riverside-tower-2': 'OFFLINE' });
    await setReader('riverside-tower-2', true);
    await eventually(() => expect(told(reference)).toHaveLength(2));
    expect(await states(reference)).toMatchObject({ 'riverside-tower-2': 'CONFIRMED' });
    const before = await report(reference);
    await setReader('riverside-tower-2', false);
    expect(await report(reference)).toEqual(before);
  });

  it('open by their own list without a line: to what was taken off too, until they hear or the list runs out, and ask nobody', async () => {
    world.platform.readerAnswer = { status: 200, body: { good: false, reason: 'UNREGISTERED' } };
    const tap = async (door: string, credentialReference: string) =>
      (await world.plain('POST', `/doors/${door}/taps`, { credentialReference })).body.opened as boolean;
    const [heard, old] = [await bindCard(world, 'cloudgate'), await bindCard(world, 'cloudgate')];
    for (const reference of [heard, old])
      await world.plain('POST', `/providers/cloudgate/credentials/${reference}/removal`);
    expect([await tap('riverside-garage', old), await tap('riverside-gate', old)]).toEqual([true, false]);
    expect(world.platform.readerChecks).toMatchObject([{ body: { door: 'riverside-gate' } }]);
    expect(await tap('north-lobby', old)).toBe(false);
    clock.advance(23 * hourMs);
    expect(await tap('riverside-garage', old)).toBe(true);
    clock.advance(hourMs);
    expect(await tap('riverside-garage', old)).toBe(false);
    const later = await bindCard(world, 'cloudgate');
    await world.plain('POST', `/providers/cloudgate/credentials/${later}/removal`);
    expect(await tap('riverside-garage', later)).toBe(true);
    await setReader('riverside-garage', true);
    await setReader('riverside-garage', false);
    expect(await tap('riverside-garage', later)).toBe(false);
  });

  it('that open to a credential are told while it is on, each with its line and its worst case', async () => {
    const reference = await bindCard(world, 'cloudgate');
    const opening = async () =>
      (await world.signed('cloudgate', 'GET', `/credentials/${reference}/readers`)).body.readers.map(
        ({ id, line, worstCase }: { id: string; line: string; worstCase: string }) => [id, line, worstCase],
      );
    const before = [
      ['riverside-gate', 'ONLINE', 'PT24H'],
      ['riverside-tower-2', 'ONLINE', 'PT24H'],
      ['riverside-garage', 'OFFLINE', 'PT24H'],
    ];
    expect(await opening()).toEqual(before);
    await setReader('riverside-gate', false);
    expect(await opening()).toEqual([['riverside-gate', 'OFFLINE', 'PT24H'], ...before.slice(1)]);
    await world.plain('POST', `/providers/cloudgate/credentials/${reference}/removal`);
    expect(await opening()).toEqual([]);
    expect(await world.signed('seaside-bank', 'GET', `/credentials/${reference}/readers`)).toMatchObject({
      status: 404,
    });
  });

  it('are none of another company', async () => {
    expect(await setReader('north-lobby', true)).toMatchObject({ status: 404 });
    const reference = await bindCard(world, 'cloudgate');
    const asked = await world.signed('seaside-bank', 'GET', `/credentials/${reference}/propagation`);
    expect(asked.status).toBe(404);
  });
});
