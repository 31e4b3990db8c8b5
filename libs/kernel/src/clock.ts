/** The only source of "now" for code that decides by time, so that a test can move it. */
export interface Clock {
  now(): Date;
}

/** The clock of this computer. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until told. */
export class TestClock implements Clock {
  constructor(private current = new Date('2026-01-01T00:00:00Z')) {}

  now(): Date {
    return new Date(this.current);
  }

  /** Moves time by `ms` milliseconds (negative: backwards). */
  advance(ms: number): void {
    this.current = new Date(this.current.getTime() + ms);
  }
}
