import { proxyOf, through } from '../testing/behind-proxy';
import type { FaultyProxy } from '../testing/faulty-proxy';
import { itOutlastsOutages } from '../testing/outage-contract';
import { createTestEventLog, type TestEventLog } from '../testing/test-event-log';

describe('with the event log on PostgreSQL', () => {
  let eventLog: TestEventLog;
  let proxy: FaultyProxy;
  beforeAll(async () => {
    eventLog = await createTestEventLog();
    proxy = await proxyOf(eventLog.appUrl);
  });
  afterAll(async () => {
    await proxy.close();
    await eventLog.drop();
  });

  itOutlastsOutages(() => ({
    address: { eventLogUrl: through(proxy, eventLog.appUrl) },
    proxy,
    newGroup: eventLog.newGroup,
  }));
});
