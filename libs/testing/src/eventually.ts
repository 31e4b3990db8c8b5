import { setTimeout as pause } from 'node:timers/promises';

/**
 * Repeats a check until it stops throwing and answers what it answered; after `withinMs` throws its last error.
 * For what other processes do: tests wait for the fact, never for a time.
 */
export async function eventually<T>(check: () => T | Promise<T>, { withinMs = 10_000, everyMs = 25 } = {}): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(everyMs);
    }
  }
}
