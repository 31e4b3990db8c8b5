import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from './programs';
import { StartError } from '../start-error';

const readyTimeoutMs = 60_000;

/** Resolves when the program says that it can work. */
export async function waitReady({ name, readyUrl }: Program, ending: AbortSignal): Promise<void> {
  const deadline = Date.now() + readyTimeoutMs;
  for (;;) {
    ending.throwIfAborted();
    const response = await fetch(readyUrl, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    if (Date.now() > deadline)
      throw new StartError(
        `${name} runs but is not ready after ${readyTimeoutMs / 1000} s.`,
        'Look at its log, or begin anew with: npm start -- --reset',
      );
    await pause(50);
  }
}
