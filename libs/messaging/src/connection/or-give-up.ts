/** What the work comes to, if it does so within `graceMs` after the signal fired; else rejects, and the work goes on unheeded. */
export async function orGiveUp<T>(work: Promise<T>, ended: AbortSignal, graceMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let onEnded = () => undefined as void;
  const givenUp = new Promise<never>((_, reject) => {
    onEnded = () => void (timer = setTimeout(() => reject(new Error(`given up ${graceMs} ms after the end`)), graceMs));
  });
  if (ended.aborted) onEnded();
  else ended.addEventListener('abort', onEnded, { once: true });
  try {
    return await Promise.race([work, givenUp]);
  } finally {
    ended.removeEventListener('abort', onEnded);
    clearTimeout(timer);
  }
}
