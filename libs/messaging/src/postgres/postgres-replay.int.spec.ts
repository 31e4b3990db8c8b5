import { itReplaysConsumers } from '../testing/replay-contract';
import { createTestEventLog, type TestEventLog } from '../testing/test-event-log';

describe('a replay from the event log on PostgreSQL', () => {
  let eventLog: TestEventLog;
  beforeAll(async () => (eventLog = await createTestEventLog()));
  afterAll(() => eventLog.drop());

  itReplaysConsumers({
    address: () => ({ eventLogUrl: eventLog.appUrl }),
    newGroup: () => eventLog.newGroup(),
    shared: false,
  });
});
