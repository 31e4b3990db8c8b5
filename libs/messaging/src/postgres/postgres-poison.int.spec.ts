import { Pool } from 'pg';
import { itPutsPoisonAside } from '../testing/poison-contract';
import { createTestEventLog, type TestEventLog } from '../testing/test-event-log';
import { append } from './append';

describe('poison in the event log on PostgreSQL', () => {
  let eventLog: TestEventLog;
  let pool: Pool;
  beforeAll(async () => {
    eventLog = await createTestEventLog();
    pool = new Pool({ connectionString: eventLog.appUrl });
  });
  afterAll(async () => {
    await pool.end();
    await eventLog.drop();
  });

  itPutsPoisonAside({
    address: () => ({ eventLogUrl: eventLog.appUrl }),
    newGroup: () => eventLog.newGroup(),
    writeFromElsewhere: (messages) => append(pool, 'bindery.binding', messages),
  });
});
