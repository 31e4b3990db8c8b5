import type { Client } from 'pg';

/** What a job carries in the bench. */
export interface Work {
  readonly number: number;
}

export interface EnqueueWish {
  readonly key?: string;
  readonly runAt?: Date;
  readonly maxAttempts?: number;
}

/** One library, used as a service would: jobs of one kind, added as the app user in a transaction of the caller's. */
export interface Contender {
  readonly name: string;
  /** The service's database, in which nobody else works. */
  readonly appUrl: string;
  /** Adds one in the transaction that the client is in. */
  enqueue(client: Client, work: Work, wish?: EnqueueWish): Promise<void>;
  /** Runs jobs, so many at once. */
  start(concurrency: number, handle: (work: Work) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
  /** Takes the job of this number for a process that dies with it. */
  takeAndDie(number: number): Promise<void>;
  close(): Promise<void>;
}
