import { randomUUID } from 'node:crypto';
import type { Log } from '@bindery/service';

/** Logs an error that nobody expected, whole, under an id that the client is told and support can look for. */
export const logBugs =
  (log: Log) =>
  (error: unknown): string => {
    const correlationId = randomUUID();
    log.error({ err: error, correlationId }, 'a request failed inside the gateway');
    return correlationId;
  };
