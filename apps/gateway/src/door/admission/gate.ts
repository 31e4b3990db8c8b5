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

/**
 * A bounded number of requests at work, a bounded number waiting, each for a bounded time. Who waits takes turns, those of one in order: who sends many waits
 * for himself, and when no more may wait the last of whoever has most of them goes.
 */
export class Gate {
  private atWork = 0;
  /** How many are let in now: a tenth less when they are slow, one more for each round that is not (AIMD, as TCP does it). */
  private limit: number;
  private steppedDownAt = 0;
  /** Of each who waits, in order of arrival; whose turn is next stands first. */
  private readonly queues = new Map<string, Set<Waiting>>();
  private waitingNow = 0;

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
    return this.waitingNow;
  }

  /** Answers how to leave again, or undefined for who is turned away. `who` is one of those who take turns, e.g. an address. */
  async enter(who = ''): Promise<Leave | undefined> {
    if (this.atWork < this.slots) return this.take();
    if (this.waitingNow >= this.options.queueMax && !this.makeRoomFor(who)) return undefined;
    return new Promise((enter) => {
      const timer = setTimeout(() => this.turnAway(who, waiting), this.options.waitMs);
      const waiting: Waiting = { enter, timer };
      const queue = this.queues.get(who) ?? new Set();
      this.queues.set(who, queue.add(waiting));
      this.waitingNow += 1;
    });
  }

  /** Turns away the last of who has most waiting, if that is more than `who` would have then. */
  private makeRoomFor(who: string): boolean {
    const [most, queue] = [...this.queues].reduce(
      (one, other) => (other[1].size > one[1].size ? other : one),
      [who, this.queues.get(who) ?? new Set<Waiting>()],
    );
    const last = [...queue].at(-1);
    if (!last || queue.size <= (this.queues.get(who)?.size ?? 0) + 1) return false;
    this.turnAway(most, last);
    return true;
  }

  private turnAway(who: string, waiting: Waiting): void {
    this.remove(who, waiting);
    waiting.enter(undefined);
  }

  private remove(who: string, waiting: Waiting): void {
    clearTimeout(waiting.timer);
    const queue = this.queues.get(who);
    if (!queue?.delete(waiting)) return;
    this.waitingNow -= 1;
    if (queue.size === 0) this.queues.delete(who);
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
    while (this.atWork < this.slots) {
      const [turn] = this.queues;
      if (!turn) return;
      const [who, queue] = turn;
      const [next] = queue;
      // To the end of the round.
      this.queues.delete(who);
      this.queues.set(who, queue);
      if (!next) return;
      this.remove(who, next);
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
