import { itIsCheckedAgainst } from '@bindery/testing';
import RequestQueue from 'kafkajs/src/network/requestQueue';
import './no-idle-timers';

describe('the request queue of kafkajs', () => {
  const newQueue = () =>
    new RequestQueue({
      maxInFlightRequests: 1,
      requestTimeout: 1_000,
      clientId: 'test',
      broker: 'nowhere:1',
      logger: { debug: () => undefined },
    });

  itIsCheckedAgainst('kafkajs', '2.2.4', 'its request queue, one method of which is replaced (no-idle-timers.ts)');

  it('sets no timer while nothing waits', () => {
    const queue = newQueue();
    queue.checkPendingRequests();
    expect(queue.throttleCheckTimeoutId).toBeNull();
  });

  it('looks again after what waits, never after a negative time', () => {
    const times = jest.spyOn(globalThis, 'setTimeout').mockReturnValue(1 as unknown as NodeJS.Timeout);
    try {
      const waiting = Object.assign(newQueue(), { pending: [{}] });
      waiting.scheduleCheckPendingRequests();
      const throttled = Object.assign(newQueue(), { pending: [{}], throttledUntil: Date.now() + 5_000 });
      throttled.scheduleCheckPendingRequests();
      const [first, second] = times.mock.calls.map(([, ms]) => ms ?? -1);
      expect(first).toBe(10);
      expect(second).toBeGreaterThan(4_000);
    } finally {
      times.mockRestore();
    }
  });
});
