/** The only source of "now" for code that decides by time, so that a test or a sandbox can move it. */
export interface Clock {
  now(): Date;
  /** Calls `moved` whenever time was moved, not whenever it passes; answers how to call that off. */
  onMove(moved: Moved): () => void;
}

/** What is to be done when time was moved; who moves it waits for that. */
export type Moved = () => void | Promise<void>;

/** Who wants to know that time was moved. */
class Listeners {
  private readonly all = new Set<{ readonly moved: Moved }>();

  add(moved: Moved): () => void {
    const listener = { moved };
    this.all.add(listener);
    return () => void this.all.delete(listener);
  }

  /** What one of them cannot do keeps none of the others from it. */
  async tell(): Promise<void> {
    await Promise.allSettled([...this.all].map(async ({ moved }) => moved()));
  }
}

/** The time of this computer, or so much later as a sandbox was moved forward. It never goes backwards. */
export class PlatformClock implements Clock {
  private readonly listeners = new Listeners();
  private ahead = 0;

  now(): Date {
    return new Date(this.nowMs());
  }

  /** The same in milliseconds since the epoch. */
  nowMs(): number {
    return Date.now() + this.ahead;
  }

  /** By how many milliseconds it is ahead of this computer; 0 everywhere but in a sandbox. */
  get aheadMs(): number {
    return this.ahead;
  }

  /** Moves time until it is so far ahead; resolves when all who listen have done what follows. Throws where that would be backwards. */
  async moveTo(aheadMs: number): Promise<void> {
    if (!Number.isSafeInteger(aheadMs) || aheadMs < this.ahead)
      throw new RangeError(`a clock that is ${this.ahead} ms ahead cannot be moved to ${aheadMs} ms`);
    if (aheadMs === this.ahead) return;
    this.ahead = aheadMs;
    await this.listeners.tell();
  }

  onMove(moved: Moved): () => void {
    return this.listeners.add(moved);
  }
}

/** The clock of this process: what is not given another one decides by it. Only a sandbox ever moves it. */
export const systemClock = new PlatformClock();

/** A clock that stands still until told. */
export class TestClock implements Clock {
  private readonly listeners = new Listeners();

  constructor(private current = new Date('2026-01-01T00:00:00Z')) {}

  now(): Date {
    return new Date(this.current);
  }

  /** Moves time by `ms` milliseconds (negative: backwards). */
  advance(ms: number): void {
    this.current = new Date(this.current.getTime() + ms);
    void this.listeners.tell();
  }

  onMove(moved: Moved): () => void {
    return this.listeners.add(moved);
  }
}
