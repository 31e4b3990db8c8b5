import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlatformClock, TestClock } from '@bindery/kernel';
import { createLog, joinSandboxClock, type Component } from '@bindery/service';
import { eventually } from '@bindery/testing';
import { takeToken } from '../testing/bind-card';
import { startWorld, type World, type WorldOptions } from '../testing/start-world';

const [hourMs, dayMs] = [3_600_000, 86_400_000];
const log = createLog({ service: 'test', level: 'silent', format: 'json' });

describe('the clock of the sandbox', () => {
  const worlds: World[] = [];
  const programs: Component[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    for (const program of programs.splice(0)) await program.stop();
    for (const world of worlds.splice(0)) await world.stop();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  const start = async (options: WorldOptions = {}) => {
    const world = await startWorld({ clock: new PlatformClock(), ...options });
    worlds.push(world);
    return world;
  };
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'clock-'));
    folders.push(made);
    return made;
  };
  /** A program of the platform, in all that is seen of it here: it goes by the clock. */
  const follow = async (world: World, program = 'binding') => {
    const clock = new PlatformClock();
    const [component] = await joinSandboxClock({ url: world.url, program, log, clock });
    if (!component) throw new Error('nothing to follow');
    programs.push(component);
    await component.start();
    await eventually(async () =>
      expect((await world.plain('GET', '/clock')).body.followers).toEqual(
        expect.arrayContaining([expect.stringMatching(`^${program}-`)]),
      ),
    );
    return { clock, component };
  };

  it('moves, and answers when all programs have followed', async () => {
    const world = await start();
    const [binding, identity] = [await follow(world), await follow(world, 'identity')];
    const moved = await world.plain('POST', '/clock', { advance: 'P30D' });
    expect(moved).toMatchObject({ status: 200, body: { aheadMs: 30 * dayMs, movedMs: 30 * dayMs, behind: [] } });
    expect([binding.clock.aheadMs, identity.clock.aheadMs]).toEqual([30 * dayMs, 30 * dayMs]);
    const { now } = (await world.plain('GET', '/clock')).body;
    await world.plain('POST', '/clock', { to: new Date(Date.parse(now) + dayMs).toISOString() });
    expect(binding.clock.aheadMs).toBeGreaterThan(30.9 * dayMs);
    expect(identity.clock.aheadMs).toBe(binding.clock.aheadMs);
  });

  it('answers only when what follows of the move is done', async () => {
    const world = await start();
    const { clock } = await follow(world);
    const done: string[] = [];
    clock.onMove(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      done.push('jobs');
    });
    await world.plain('POST', '/clock', { advance: 'PT1H' }).then(() => done.push('answer'));
    expect(done).toEqual(['jobs', 'answer']);
  });

  it('moves once for each of several at the same time', async () => {
    const world = await start();
    const { clock } = await follow(world);
    const moves = await Promise.all(
      Array.from({ length: 5 }, () => world.plain('POST', '/clock', { advance: 'PT1H' })),
    );
    expect(moves.map(({ body }) => body.aheadMs).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5].map((n) => n * hourMs));
    expect(clock.aheadMs).toBe(5 * hourMs);
  });

  it.each([
    [{ advance: 'PT0S' }, 422, 'CLOCK_BACKWARDS'],
    [{ advance: '-P1D' }, 422, 'DURATION_MALFORMED'],
    [{ to: '2020-01-01T00:00:00Z' }, 422, 'CLOCK_BACKWARDS'],
    [{ advance: 'P11Y' }, 422, 'CLOCK_TOO_FAR'],
    [{ advance: 5 }, 400, 'REQUEST_MALFORMED'],
    [undefined, 400, 'REQUEST_MALFORMED'],
  ])('is not moved by %p', async (body, status, code) => {
    const world = await start();
    expect(await world.plain('POST', '/clock', body)).toMatchObject({ status, body: { code } });
    expect((await world.plain('GET', '/clock')).body.aheadMs).toBe(0);
  });

  it('is not moved, nor followed, by another site’s page', async () => {
    const world = await start();
    for (const path of ['/clock', '/clock/moves', '/page/clock'])
      expect(await world.plain('POST', path, { advance: 'P1D' }, { 'sec-fetch-site': 'cross-site' })).toMatchObject({
        status: 403,
      });
    expect((await world.plain('GET', '/clock')).body).toMatchObject({ aheadMs: 0, followers: [] });
  });

  it('stands where it stood after a restart, and programs that were away or have just started go by it', async () => {
    const dataDir = folder();
    const before = await start({ dataDir });
    await before.plain('POST', '/clock', { advance: 'P1D' });
    await before.stopSimulator();
    const after = await startWorld({ dataDir, platform: before.platform, clock: new PlatformClock() });
    expect((await after.plain('GET', '/clock')).body.aheadMs).toBe(dayMs);
    const clock = new PlatformClock();
    programs.push(...(await joinSandboxClock({ url: after.url, program: 'identity', log, clock })));
    expect(clock.aheadMs).toBe(dayMs);
    await after.stopSimulator();
  });

  it('does not wait for a program that has ended, and goes on without one', async () => {
    const world = await start();
    const { component } = await follow(world);
    await component.stop();
    const moved = await world.plain('POST', '/clock', { advance: 'P1D' });
    expect(moved.body).toMatchObject({ behind: [], followers: [] });
  });

  /** Asks for so many bindings; they are pending. */
  const askToBind = (world: World, count: number) =>
    Promise.all(
      Array.from({ length: count }, async (_, n) =>
        world.operate('seaside-bank', 'BIND', { token: await takeToken(world, 'seaside-bank', cardNumber(n)) }),
      ),
    );

  it('settles what is pending at the companies, when its time has come', async () => {
    const world = await start({ settleDelayMs: 20 * hourMs });
    const [asked] = await askToBind(world, 1);
    expect(asked?.body.status).toBe('PENDING');
    await world.plain('POST', '/clock', { advance: 'PT19H' });
    expect(world.state.operations.all()[0]?.standing.status).toBe('PENDING');
    await world.plain('POST', '/clock', { advance: 'P1D' });
    await eventually(() => expect(world.state.operations.all()[0]?.standing.status).toBe('CONFIRMED'));
    await eventually(() => expect(world.platform.webhooks).toMatchObject([{ signed: true }]));
  });

  it('loses no webhook that is under way while it moves', async () => {
    const world = await start({ settleDelayMs: 300 });
    // A platform that is some moments behind refuses once; what it refused it is told again.
    world.platform.webhookAnswers.push(...Array.from({ length: 30 }, () => 401));
    await askToBind(world, 20);
    await eventually(() => expect(world.platform.webhooks.length).toBeGreaterThan(0));
    await world.plain('POST', '/clock', { advance: 'P30D' });
    await eventually(() => expect(world.state.operations.all().filter(({ settleAt }) => settleAt)).toEqual([]));
    await eventually(() => expect(world.state.webhooks.all()).toEqual([]), { withinMs: 20_000 });
    const told = world.platform.webhooks.slice(30).map(({ body }) => 'operationId' in body && body.operationId);
    expect(new Set(told)).toEqual(new Set(world.state.operations.all().map(({ request }) => request.operationId)));
    expect(new Set(told).size).toBe(20);
  });

  it.each<[string, WorldOptions]>([
    ['in production', { production: true }],
    ['where the clock is none that can be moved', { clock: new TestClock(new Date()) }],
  ])('is not there %s, and the page says so', async (_where, options) => {
    const world = await start(options);
    expect(await world.plain('GET', '/clock')).toMatchObject({ status: 404 });
    for (const path of ['/clock', '/clock/moves'])
      expect(await world.plain('POST', path, { advance: 'P1D', program: 'binding' })).toMatchObject({ status: 404 });
    const asked = await fetch(`${world.url}/page/clock`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ lang: 'en', advance: 'P1D' }),
    });
    expect(asked.headers.get('location')).toContain('notice=GONE');
    expect(await (await fetch(`${world.url}/?lang=en`)).text()).toContain('Time cannot be moved here.');
  });
});

describe('what follows no clock', () => {
  it('is everything outside a sandbox', async () =>
    expect(await joinSandboxClock({ url: undefined, program: 'binding', log })).toEqual([]));

  it('does not start in a sandbox whose clock does not answer', async () =>
    expect(
      joinSandboxClock({ url: 'http://127.0.0.1:9', program: 'binding', log, firstAnswerWithinMs: 0 }),
    ).rejects.toThrow('SANDBOX_CLOCK_URL'));
});

/** A Visa number of its own for each, with the last digit that makes it one (ISO/IEC 7812). */
function cardNumber(n: number): string {
  const digits = `411111111111${String(n).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
