import { createBusyJobs } from './busy-jobs';

describe('busy jobs', () => {
  it('are those begun, however long they take, and those that ended within the last minute', () => {
    let now = 0;
    const busy = createBusyJobs(() => now);
    busy.begin('long');
    busy.begin('short');
    now = 600_000;
    busy.end('short');
    now += 59_000;
    expect(busy.ids()).toEqual(['long', 'short']);
    now += 2_000;
    expect(busy.ids()).toEqual(['long']);
  });
});
