import { setTimeout as pause } from 'node:timers/promises';

/** Who has not asked again so long after its last question was answered is gone. */
const goneAfterMs = 3_000;
/** More would be no system of ours. */
const followersMax = 200;

interface Follower {
  aheadMs: number;
  /** How many questions of it wait for a move. */
  asking: number;
  seenAt: number;
}

/** The programs that go by this clock. Each asks for the next move, and says by that how far it has come. */
export interface Followers {
  /** Answers once `changed` or `givenUp` is fired; false when there are too many. */
  wait(program: string, aheadMs: number, until: readonly AbortSignal[]): Promise<boolean>;
  names(): string[];
  /** Resolves with those that have not come so far in time. */
  behind(aheadMs: number, withinMs: number): Promise<string[]>;
}

/** Real time: it is about processes that live or have died. */
export function createFollowers(now: () => number = () => performance.now()): Followers {
  const followers = new Map<string, Follower>();

  const forgetGone = () => {
    for (const [name, { asking, seenAt }] of followers)
      if (asking === 0 && now() - seenAt > goneAfterMs) followers.delete(name);
  };
  const late = (aheadMs: number): string[] => {
    forgetGone();
    return [...followers].filter(([, follower]) => follower.aheadMs < aheadMs).map(([name]) => name);
  };

  return {
    async wait(name, aheadMs, until) {
      forgetGone();
      if (!followers.has(name) && followers.size >= followersMax) return false;
      const follower = followers.get(name) ?? { aheadMs, asking: 0, seenAt: now() };
      followers.set(name, follower);
      follower.aheadMs = aheadMs;
      follower.asking += 1;
      await firstOf(until);
      follower.asking -= 1;
      follower.seenAt = now();
      return true;
    },
    names() {
      forgetGone();
      return [...followers.keys()].sort();
    },
    async behind(aheadMs, withinMs) {
      const deadline = now() + withinMs;
      while (late(aheadMs).length > 0 && now() < deadline) await pause(10);
      return late(aheadMs).sort();
    },
  };
}

const firstOf = (signals: readonly AbortSignal[]): Promise<void> => {
  const any = AbortSignal.any([...signals]);
  return new Promise((resolve) => {
    if (any.aborted) return resolve();
    any.addEventListener('abort', () => resolve(), { once: true });
  });
};
