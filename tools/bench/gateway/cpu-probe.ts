/** Loaded into each gateway before its program: tells the measurement what the process has used. */
export interface ProcessUse {
  /** CPU seconds since the process began, user and system. */
  readonly cpuSeconds: number;
  readonly memory: NodeJS.MemoryUsage;
  /** CPU milliseconds of its first thread, the one that all requests wait for; of the whole process before Node 24. */
  readonly loopMs: number;
}

process.on('message', (message) => {
  if (message !== 'use' && message !== 'kept') return;
  // What is still there after a collection is what the process keeps; where CPU time is measured, none is forced upon it.
  if (message === 'kept') globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const own = process.threadCpuUsage?.() ?? { user, system };
  process.send?.({
    use: {
      cpuSeconds: (user + system) / 1e6,
      memory: process.memoryUsage(),
      loopMs: (own.user + own.system) / 1e3,
    } satisfies ProcessUse,
  });
});
