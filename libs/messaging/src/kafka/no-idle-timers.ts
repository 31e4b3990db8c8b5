import RequestQueue from 'kafkajs/src/network/requestQueue';

/**
 * kafkajs 2.2.4 looks after its waiting requests by a timer that it sets again at its end, whether anything waits or not, and computes its
 * time as "end of the throttling (−1 if none) minus now". So each connection fires a timer every millisecond, and Node 24 warns of
 * a negative time (TimeoutNegativeWarning). Here the timer is set only when something waits, and for the time it waits.
 */
RequestQueue.prototype.scheduleCheckPendingRequests = function scheduleCheckPendingRequests(this: RequestQueue): void {
  if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
  const throttledMs = this.throttledUntil - Date.now();
  this.throttleCheckTimeoutId = setTimeout(
    () => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    },
    throttledMs > 0 ? throttledMs : checkWaitingMs,
  );
};

/** As in the original. */
const checkWaitingMs = 10;
