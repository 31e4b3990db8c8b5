import { setAlarm, type Clock } from '@bindery/kernel';

/** Work to be done at a later time, all of which can be called off together. */
export interface Alarms {
  /** `at`: milliseconds since the epoch; a time gone by rings at once. */
  set(at: number, work: () => void): void;
  clear(): void;
}

export function createAlarms(clock: Clock): Alarms {
  const offs = new Set<() => void>();
  return {
    set(at, work) {
      const off = setAlarm(clock, at, () => {
        offs.delete(off);
        work();
      });
      offs.add(off);
    },
    clear() {
      for (const off of offs) off();
      offs.clear();
    },
  };
}
