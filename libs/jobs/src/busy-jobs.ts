/** A job is counted as busy so long after its end: recording that may take some tries. */
const recordedWithinMs = 60_000;

/** Which jobs this process works on. */
export interface BusyJobs {
  begin(jobId: string): void;
  end(jobId: string): void;
  ids(): string[];
}

export function createBusyJobs(now: () => number = () => performance.now()): BusyJobs {
  const endedAt = new Map<string, number>();

  return {
    begin: (jobId) => void endedAt.set(jobId, Infinity),
    end: (jobId) => void endedAt.set(jobId, now()),
    ids() {
      for (const [jobId, at] of endedAt) if (now() - at > recordedWithinMs) endedAt.delete(jobId);
      return [...endedAt.keys()];
    },
  };
}
