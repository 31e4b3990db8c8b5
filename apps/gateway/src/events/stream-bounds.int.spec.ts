import { eventually } from '@bindery/testing';
import { elsewhere, newViewer } from '../testing/viewers';
import { createListeners, expectHeard } from '../testing/listeners';
import { createTestEventLog, type TestEventLog } from '../testing/test-event-log';
import { startTestPlatform, type TestPlatform } from '../testing/test-platform';

// Each test starts a gateway of its own, some of them two.
jest.setTimeout(90_000);

let log: TestEventLog;
let platform: TestPlatform;
const { open, notify, hangUp } = createListeners(() => log);

beforeEach(async () => {
  log = await createTestEventLog();
  platform = await startTestPlatform('production', { env: { EVENT_LOG_URL: log.url } });
});
afterEach(async () => {
  await hangUp();
  await platform.stop();
  await log.stop();
});

/** The value of a metric of the gateway, e.g. `event_streams_open`. */
async function metric(name: string): Promise<number> {
  const lines = (await (await fetch(`${platform.opsUrl}/metrics`)).text()).split('\n');
  return Number(
    lines
      .find((line) => line.startsWith(name))
      ?.split(' ')
      .at(-1) ?? 0,
  );
}

describe('streams', () => {
  it('end with the process: clients are told to come back, and find what they missed elsewhere', async () => {
    const viewer = newViewer();
    const streams = [
      await open(platform, viewer),
      await open(platform, elsewhere(viewer)),
      await open(platform, newViewer()),
    ];
    await expectHeard(streams[0]!, await notify(viewer, 3));
    await platform.stopGateway();
    for (const { ended, heard } of streams) {
      await ended;
      expect(heard.at(-1)).toMatchObject({ event: 'end', data: { reason: 'CLOSING' } });
    }
    expect(new Set(streams.map(({ retryMs }) => retryMs())).size).toBeGreaterThan(1);
    const meanwhile = await notify(viewer, 5);
    const next = await startTestPlatform('production', { env: { EVENT_LOG_URL: log.url }, keys: platform.keys });
    try {
      await expectHeard(await open(next, viewer, streams[0]!.lastEventId()), meanwhile);
    } finally {
      await next.stop();
    }
  });

  it('are counted, and forgotten when their client goes', async () => {
    const stream = await open(platform, newViewer());
    expect(await metric('event_streams_open')).toBe(1);
    await stream.hangUp();
    await eventually(async () => expect(await metric('event_streams_open')).toBe(0));
    expect(await metric('event_streams_ended_total{reason="GONE"')).toBe(1);
  });

  it('by the hundred take little memory, and each hears its own', async () => {
    const before = await metric('process_resident_memory_bytes');
    const viewers = Array.from({ length: 200 }, newViewer);
    const streams = await Promise.all(viewers.map((viewer) => open(platform, viewer)));
    for (const [index, viewer] of viewers.entries())
      if (index % 40 === 0) await expectHeard(streams[index]!, await notify(viewer, 2));
    expect(await metric('event_streams_open')).toBe(200);
    expect((await metric('process_resident_memory_bytes')) - before).toBeLessThan(64 * 1024 * 1024);
  });
});
