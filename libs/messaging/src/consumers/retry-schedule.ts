/** The waits between the tries of a message, so one try more than there are waits, and then it is a dead letter: 3.1 s in all, which leaves the tries themselves 1.9 s of the 5 s a partition may be blocked. */
export const retryDelaysMs: readonly number[] = [100, 300, 700, 2_000];

/** A partition is not kept waiting longer than this by one message while the service's own database answers. */
export const blockedMaxMs = 5_000;
