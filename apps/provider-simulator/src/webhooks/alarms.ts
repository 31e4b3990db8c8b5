/** Work to be done at a later time, all of which can be called off together. */
export interface Alarms {
  /** `at`: milliseconds since the epoch; a time gone by rings at once. */
  set(at: number, work: () => void): void;
  clear(): void;
}

export function createAlarms(): Alarms {
  const timers = new Set<NodeJS.Timeout>();
  return {
    set(at, work) {
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          work();
        },
        Math.max(0, at - Date.now()),
      );
      timers.add(timer);
    },
    clear() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
