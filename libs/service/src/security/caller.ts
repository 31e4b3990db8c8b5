import { AsyncLocalStorage } from 'node:async_hooks';

/** On whose behalf work is done; what a security event tells of it without being given it. */
export interface Caller {
  /** Network address; only its network is ever written. */
  readonly address?: string | undefined;
  readonly accountId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly clientApp?: string | undefined;
}

const storage = new AsyncLocalStorage<{ -readonly [Fact in keyof Caller]: Caller[Fact] }>();

/** Runs the work of one request, so that whatever it writes to the security log says from where it came. */
export const withCaller = <T>(caller: Caller, work: () => T): T => storage.run({ ...caller }, work);

/** Adds to what is known of the request being worked on, as when its token has been read. */
export const knowCaller = (facts: Caller): void => void Object.assign(storage.getStore() ?? {}, facts);

/** Of the request being worked on; nothing is known outside of any. */
export const currentCaller = (): Caller => storage.getStore() ?? {};
