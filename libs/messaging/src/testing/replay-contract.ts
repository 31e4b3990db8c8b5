import { eventually } from '@bindery/testing';
import type { Consumers } from '../consumers/create-consumers';
import { comingAgain, planReplay, type ReplayFrom } from '../replay/plan-replay';
import { replayGroup } from '../replay/replay-group';
import type { EventLogAddress } from '../create-event-log';
import type { Transport } from '../transport/transport';
import { MessagingScene } from './messaging-scene';
import { createTestServiceDatabase, type TestServiceDatabase } from './test-service-database';

export interface ReplayedLog {
  readonly address: () => EventLogAddress;
  readonly newGroup: () => string;
  /** Whether other suites write to the same log meanwhile: the group then reads their events too. */
  readonly shared: boolean;
}

/** What a replay of a consumer does, whichever log it reads. Call inside a `describe`. */
export function itReplaysConsumers({ address, newGroup, shared }: ReplayedLog): void {
  let database: TestServiceDatabase;
  let scene: MessagingScene;
  let transport: Transport;
  let consumers: Consumers;
  let group: string;
  let between: Date;

  // Two times thirty events, all handled; between the two is a time to go back to.
  beforeEach(async () => {
    group = newGroup();
    database = await createTestServiceDatabase();
    scene = new MessagingScene(database, address(), group);
    transport = scene.connect();
    await scene.startRelay();
    consumers = await scene.startConsumers();
    await scene.write(6, 5);
    await expectEffects(30);
    // Logs keep times in milliseconds.
    const handledAt = Date.now();
    await eventually(() => expect(Date.now()).toBeGreaterThan(handledAt));
    between = new Date();
    await scene.write(6, 5);
    await expectEffects(60);
  }, 60_000);
  afterEach(async () => {
    await scene.end();
    await database.drop();
  });

  const ours = 'select effects.event_id from effects join outbox_events using (event_id)';
  const expectEffects = (count: number) =>
    eventually(async () => expect(await database.query(ours)).toHaveLength(count), { withinMs: 20_000 });
  const expectThirty = (count: number) => (shared ? expect(count).toBeGreaterThanOrEqual(30) : expect(count).toBe(30));
  const plan = (from: ReplayFrom) => planReplay(transport.groups, group, from);
  const replay = async (from: ReplayFrom, applyAgain: boolean) =>
    replayGroup({ transport, group, from, steps: await plan(from), applyAgainIn: applyAgain ? database : undefined });
  /** A gap, as a mistake leaves it: an effect and its claim are gone. */
  const makeGap = async () => {
    const [lost] = await database.query<{ event_id: string }>(`${ours} order by effects.position desc limit 1`);
    await database.query('delete from effects where event_id = $1', [lost?.event_id]);
    await database.query('delete from inbox_events where event_id = $1', [lost?.event_id]);
  };

  it('is planned by partition: back to the first event of that time, never forward', async () => {
    await consumers.stop();
    const steps = await plan(between);
    expectThirty(steps.reduce((sum, step) => sum + comingAgain(step), 0));
    expect(
      steps.every(({ goesTo, offset, end }) => BigInt(goesTo) <= BigInt(offset) && BigInt(offset) <= BigInt(end)),
    ).toBe(true);
    expect((await plan(new Date(Date.now() + 3_600_000))).every(({ goesTo, offset }) => goesTo === offset)).toBe(true);
    expect((await plan('start')).reduce((sum, step) => sum + comingAgain(step), 0)).toBeGreaterThanOrEqual(60);
  }, 60_000);

  it('is refused, and changes nothing, while the group is at work', async () => {
    await makeGap();
    // A group that has written down no place yet has nothing to read again, and nobody is refused.
    await eventually(async () => expect(await plan('start')).not.toEqual([]));
    await expect(replay('start', true)).rejects.toMatchObject({ code: 'GROUP_AT_WORK' });
    expect(await database.query('select from inbox_events')).not.toEqual([]);
    await scene.write(3, 1);
    await expectEffects(62);
  }, 60_000);

  it('fills a gap, and leaves what was handled as it is', async () => {
    await makeGap();
    await consumers.stop();
    expect(await replay(between, false)).toBe(0);
    await scene.startConsumers();
    await expectEffects(60);
    await scene.write(3, 1);
    await expectEffects(63);
  }, 60_000);

  it('applies the events of the span again when asked to, and no others', async () => {
    await consumers.stop();
    expectThirty((await replay(between, true)) ?? 0);
    await scene.startConsumers();
    await expectEffects(90);
    await scene.write(3, 1);
    await expectEffects(93);
  }, 60_000);
}
