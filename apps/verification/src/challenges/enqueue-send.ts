import type { EntityManager } from 'typeorm';
import type { Challenge } from './challenge.rules';

/** One send of a challenge's code. */
export interface Send extends Pick<Challenge, 'id'> {
  /** Which one, from 1. */
  readonly send: number;
}

/** Has it carried out once this transaction is committed; `delivery/` does it. */
export type EnqueueSend = (tx: EntityManager, send: Send) => Promise<void>;
