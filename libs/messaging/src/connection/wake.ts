/** Lets one loop sleep until somebody has work for it. A signal that comes while nobody sleeps is kept for the next sleep. */
export interface Wake {
  signal(): void;
  /** Resolves true at a signal, false after so many milliseconds without one. */
  wait(ms: number): Promise<boolean>;
}

export function createWake(): Wake {
  let pending = false;
  let resume: (() => void) | undefined;

  return {
    signal() {
      pending = true;
      resume?.();
    },
    async wait(ms) {
      if (!pending) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          resume = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        resume = undefined;
      }
      const signalled = pending;
      pending = false;
      return signalled;
    },
  };
}
