import { createTestEventLog, type TestEventLog } from '../testing/test-event-log';
import { itSurvives } from '../testing/survival-contract';

describe('events over PostgreSQL', () => {
  let eventLog: TestEventLog;
  beforeEach(async () => (eventLog = await createTestEventLog()));
  afterEach(() => eventLog.drop());

  itSurvives({ address: () => ({ eventLogUrl: eventLog.appUrl }), newGroup: () => eventLog.newGroup() });
});
