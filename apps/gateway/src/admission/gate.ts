export interface GateOptions {
  /** Requests that are worked on at once. */
  readonly slots: number;
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

/** A bounded number of requests at work, a bounded number waiting in order, each for a bounded time. */
export class Gate {
  private atWork = 0;
  /** In order of arrival. */
  private readonly queue = new Set<Waiting>();

  constructor(private readonly options: GateOptions) {}

  get inFlight(): number {
    return this.atWork;
  }

  get waiting(): number {
    return this.queue.size;
  }

  /** Answers how to leave again, or undefined for who is turned away. */
  async enter(): Promise<Leave | undefined> {
    if (this.atWork < this.options.slots) return this.take();
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
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.atWork -= 1;
      this.letNextIn();
    };
  }

  private letNextIn(): void {
    const [next] = this.queue;
    if (!next) return;
    this.queue.delete(next);
    clearTimeout(next.timer);
    next.enter(this.take());
  }
}
