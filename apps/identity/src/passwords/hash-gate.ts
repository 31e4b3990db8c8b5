import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import { err, ok, type Clock, type Result } from '@bindery/kernel';
import type { Overloaded } from './password.errors';

export interface HashGateOptions {
  /** How many work at once: each takes a core and 19 MiB for some 60 ms. */
  readonly atOnce: number;
  /** How many may wait for their turn; more would be answered after the gateway has given up. */
  readonly waitingMax: number;
  readonly clock: Clock;
}

/** After so long a queue of the usual length is through. */
const retryAfterMs = 2_000;

export interface HashGate {
  /**
   * Runs work when its turn comes, or refuses when too many wait (requirement 27): at once, but for somebody whom a newcomer
   * overtakes in the very moment a place gets free, and who finds the queue full again.
   */
  run<T>(work: () => Promise<T>): Promise<Result<T, Overloaded>>;
}

export function createHashGate({ atOnce, waitingMax, clock }: HashGateOptions): HashGate {
  const gate = bulkhead(atOnce, waitingMax);
  return {
    async run(work) {
      try {
        return ok(await gate.execute(work));
      } catch (error) {
        if (!(error instanceof BulkheadRejectedError)) throw error;
        return err({ kind: 'OVERLOADED', retryAt: new Date(clock.now().getTime() + retryAfterMs) });
      }
    },
  };
}
