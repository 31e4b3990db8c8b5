import { AsyncLocalStorage } from 'node:async_hooks';
import type { Locale } from '@bindery/localisation';

const storage = new AsyncLocalStorage<Locale>();

/** Runs a request so that its errors, wherever the GraphQL server makes them, find the language of who asks. */
export const withLocale = <T>(locale: Locale, work: () => T): T => storage.run(locale, work);

/** The language of the request that is being answered; English where there is none, for the log. */
export const requestLocale = (): Locale => storage.getStore() ?? 'en';
