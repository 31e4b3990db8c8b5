export interface GateOptions {
  /** Requests that are worked on at once, at most. */
  readonly slots: number;
  /** Milliseconds that a request takes where all is well: when they take longer, fewer are let in at once. Left out, it is always `slots`. */
  readonly targetMs?: number;
  /** Requests that wait at most; one more is turned away at once. */
  readonly queueMax: number;
  /** Milliseconds that one waits at most: an answer later than this helps nobody. */
  readonly waitMs: number;
}

/** Gives a slot back. Calling it twice is a mistake that is forgiven. */
export type Leave = () => void;

interface Waiting {
  readonly enter: (leave: Leave | undefined) => void;
  readonly timer: NodeJS.Timeout;
}

/** However slow all is, so many are let in at once: with fewer nobody would see that it is well again. */
const slotsMin = 4;

/** Between two steps down, in ms: requests that were slow together are one sign, not many. */
const stepDownEveryMs = 100;

/** A bounded number of requests at work, a bounded number waiting in order, each for a bounded time. */
export class Gate {
  private atWork = 0;
  /** How many are let in now: a tenth less when they are slow, one more for each round that is not (AIMD, as TCP does it). */
  private limit: number;
  private steppedDownAt = 0;
  /** In order of arrival. */
  private readonly queue = new Set<Waiting>();

  constructor(private readonly options: GateOptions) {
    this.limit = options.slots;
  }

  /** How many are let in at once now. */
  get slots(): number {
    return Math.floor(this.limit);
  }

  get inFlight(): number {
    return this.atWork;
  }

  get waiting(): number {
    return this.queue.size;
  }

  /** Answers how to leave again, or undefined for who is turned away. */
  async enter(): Promise<Leave | undefined> {
    if (this.atWork < this.slots) return this.take();
    if (this.queue.size >= this.options.queueMax) return undefined;
    return new Promise((enter) => {
      const timer = setTimeout(() => {
        this.queue.delete(waiting);
        enter(undefined);
      }, this.options.waitMs);
      const waiting: Waiting = { enter, timer };
      this.queue.add(waiting);
    });
  }

  private take(): Leave {
    this.atWork += 1;
    const began = performance.now();
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.atWork -= 1;
      this.adapt(performance.now() - began);
      this.letNextIn();
    };
  }

  private letNextIn(): void {
    for (const next of this.queue) {
      if (this.atWork >= this.slots) return;
      this.queue.delete(next);
      clearTimeout(next.timer);
      next.enter(this.take());
    }
  }

  private adapt(tookMs: number): void {
    const { slots, targetMs } = this.options;
    if (targetMs === undefined) return;
    if (tookMs <= targetMs) this.limit = Math.min(slots, this.limit + 1 / this.limit);
    else if (performance.now() - this.steppedDownAt > stepDownEveryMs) {
      this.steppedDownAt = performance.now();
      this.limit = Math.max(Math.min(slotsMin, slots), this.limit * 0.9);
    }
  }
}
