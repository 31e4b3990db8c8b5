/** What `withTimeout` answers instead of the work's own answer. */
export const timedOut = Symbol('timed out');

/**
 * What the work comes to, or `timedOut` if that takes longer than so many milliseconds, counted from now or from the moment `since` fires. The
 * work goes on then, and what it comes to is not heeded. Rejects as the work does, if it does so in time.
 */
export async function withTimeout<T>(work: Promise<T>, ms: number, since?: AbortSignal): Promise<T | typeof timedOut> {
  let timer: NodeJS.Timeout | undefined;
  let pass: (answer: typeof timedOut) => void = () => undefined;
  const passed = new Promise<typeof timedOut>((resolve) => (pass = resolve));
  const begin = () => void (timer = setTimeout(() => pass(timedOut), ms));
  if (!since || since.aborted) begin();
  else since.addEventListener('abort', begin, { once: true });
  try {
    return await Promise.race([work, passed]);
  } finally {
    since?.removeEventListener('abort', begin);
    clearTimeout(timer);
  }
}
