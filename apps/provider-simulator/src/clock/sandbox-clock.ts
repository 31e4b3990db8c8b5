import { ok, type PlatformClock, type Result } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import type { SimulatorState } from '../state/simulator-state';
import { decideMove, type ClockMove, type MoveRefused } from './clock-move';
import { createFollowers } from './followers';

/** A program that needs longer is named, and comes after. */
const followWithinMs = 15_000;
/** A question waits so long for a move; less than whoever asks waits for its answer. */
const askedAgainMs = 20_000;

/** Where the clock stands. */
export interface ClockFace {
  readonly now: string;
  /** Milliseconds ahead of the real time. */
  readonly aheadMs: number;
  /** The programs that follow it. */
  readonly followers: readonly string[];
}

/** `behind`: those that had not followed in time; empty as a rule. */
export interface MovedClock extends ClockFace {
  readonly movedMs: number;
  readonly behind: readonly string[];
}

/** The clock of the whole sandbox: this process moves it, and all others follow. */
export interface SandboxClock {
  face(): ClockFace;
  /** Answers when all programs have followed, so that what comes after really happens later. One move at a time. */
  move(move: ClockMove): Promise<Result<MovedClock, MoveRefused>>;
  /** How far ahead the clock is, as soon as that is not `knownMs` any more; undefined when too many ask. */
  next(program: string, knownMs: number | undefined, gone: AbortSignal): Promise<number | undefined>;
  /** Lets all go who wait. */
  release(): void;
}

export interface SandboxClockDeps {
  readonly state: SimulatorState;
  readonly clock: PlatformClock;
  readonly log: Log;
}

/** Takes the clock to where an earlier run left it. */
export async function createSandboxClock({ state, clock, log }: SandboxClockDeps): Promise<SandboxClock> {
  const followers = createFollowers();
  const releasing = new AbortController();
  let moved = new AbortController();
  let moving: Promise<unknown> = Promise.resolve();
  await clock.moveTo(Math.max(clock.aheadMs, state.aheadMs()));

  const face = (): ClockFace => ({
    now: clock.now().toISOString(),
    aheadMs: clock.aheadMs,
    followers: followers.names(),
  });

  /** Kept before anybody is told of it: nothing that was told is forgotten over a restart. */
  async function goTo(aheadMs: number): Promise<void> {
    state.keepAhead(aheadMs);
    await state.flushed();
    await clock.moveTo(aheadMs);
    moved.abort();
    moved = new AbortController();
  }

  async function moveNow(move: ClockMove): Promise<Result<MovedClock, MoveRefused>> {
    const before = clock.aheadMs;
    const decided = decideMove(move, clock.now(), before);
    if (!decided.ok) return decided;
    await goTo(decided.value);
    const behind = await followers.behind(decided.value, followWithinMs);
    if (behind.length > 0) log.warn({ behind }, 'programs have not followed the clock yet');
    return ok({ ...face(), movedMs: decided.value - before, behind });
  }

  return {
    face,
    move(move) {
      const done = moving.then(() => moveNow(move));
      moving = done.catch(() => undefined);
      return done;
    },
    async next(program, knownMs, gone) {
      if (knownMs !== undefined && knownMs >= clock.aheadMs) {
        const until = [moved.signal, gone, releasing.signal, AbortSignal.timeout(askedAgainMs)];
        if (!(await followers.wait(program, knownMs, until))) return undefined;
      }
      return clock.aheadMs;
    },
    release: () => releasing.abort(),
  };
}
