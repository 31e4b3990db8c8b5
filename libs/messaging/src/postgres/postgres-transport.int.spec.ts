import { itKeepsTheTransportContract } from '../transport/transport-contract';
import { createTestEventLog, type TestEventLog } from '../testing/test-event-log';

describe('the event log on PostgreSQL', () => {
  let eventLog: TestEventLog;
  beforeAll(async () => (eventLog = await createTestEventLog()));
  afterAll(() => eventLog.drop());

  itKeepsTheTransportContract(() => ({ topic: 'bindery.binding', newGroup: eventLog.newGroup, connect: eventLog.connect }));
});
