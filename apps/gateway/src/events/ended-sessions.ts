import type { Id } from '@bindery/kernel';
import { windowMs } from './position';

/** Sessions that ended while access tokens of theirs could still be good: what a signature alone does not tell. */
export interface EndedSessions {
  add(sessionId: Id<'session'>, endedAt: number): void;
  has(sessionId: Id<'session'>): boolean;
}

/** Remembers each for as long as the last token of the session lives. */
export function createEndedSessions(now: () => number): EndedSessions {
  /** The first that ended first: they come in the order of the log. */
  const ended = new Map<string, number>();
  return {
    add(sessionId, endedAt) {
      ended.set(sessionId, endedAt);
      for (const [old, at] of ended) {
        if (at > now() - windowMs) return;
        ended.delete(old);
      }
    },
    has: (sessionId) => ended.has(sessionId),
  };
}
