import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** W3C Trace Context (https://www.w3.org/TR/trace-context/), version 00. */
const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-0[0-3]$/;

const storage = new AsyncLocalStorage<string>();

/** The `traceparent` of the work going on, to be passed on to requests, events and jobs; undefined outside of any. */
export const currentTraceparent = (): string | undefined => storage.getStore();

/** The part of it that all steps of one trace have in common. */
export const currentTraceId = (): string | undefined => pattern.exec(currentTraceparent() ?? '')?.[1];

/** Runs work as a step of the trace it came from, or as the start of a new one when `parent` is none. */
export function withTrace<T>(parent: string | undefined, work: () => T): T {
  return storage.run(childOf(parent), work);
}

/** By UUIDs: Node keeps their random bytes ready, where asking the system for each request costs ten times as much. */
function childOf(parent: string | undefined): string {
  const traceId = pattern.exec(parent ?? '')?.[1] ?? randomUUID().replaceAll('-', '');
  return `00-${traceId}-${randomUUID().replaceAll('-', '').slice(16)}-01`;
}
