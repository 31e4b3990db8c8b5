import type { EntityManager } from 'typeorm';
import type { Challenge } from './challenge.rules';

/** Has the newest send of a challenge's code carried out once this transaction is committed; `delivery/` does it. */
export type EnqueueSend = (tx: EntityManager, challenge: Challenge) => Promise<void>;
