import { setTimeout } from 'node:timers/promises';

/** Answers kept back for a while; a stopping simulator lets all of them go. */
export interface Holds {
  hold(ms: number): Promise<void>;
  release(): void;
}

export function createHolds(): Holds {
  const releasing = new AbortController();
  return {
    hold: (ms) => setTimeout(ms, undefined, { signal: releasing.signal }).catch(() => undefined),
    release: () => releasing.abort(),
  };
}
