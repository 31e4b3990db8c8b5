import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import type { Id } from '@bindery/kernel';
import { defaultTimeZone, type Locale } from '@bindery/localisation';
import type { Log, SecurityLog } from '@bindery/service';
import type { GatewayClaims, Viewer } from '@bindery/trust';

/** What a resolver knows of the request, all of it vouched for by the gateway's signature. */
export interface RequestContext {
  /** Who is signed in; null for a stranger. */
  readonly viewer: Viewer | null;
  readonly locale: Locale;
  /** In which whoever asks reads moments, an IANA name: that of their account, for a stranger where most holders live. */
  readonly timeZone: () => Promise<string>;
  readonly requestId: string;
  /** The client's address, for budgets; never stored in clear. */
  readonly clientAddress: string;
  readonly clientApp?: string;
  readonly clientVersion?: string;
  /** Where people reach support; null where nothing is configured, and then nobody is sent there. */
  readonly supportUrl: string | null;
  readonly log: Log;
  readonly security: Pick<SecurityLog, 'record'>;
  /** The request's own loader of this name, made at first use: many reads of one kind become one query. */
  loader<Key, Value>(
    name: string,
    loadMany: (keys: readonly Key[]) => Promise<ArrayLike<Value | Error>>,
  ): DataLoader<Key, Value>;
}

/** The zone in which an account reads moments, an IANA name; read once a request. */
export type LoadTimeZone = (context: Pick<RequestContext, 'loader'>, accountId: Id<'account'>) => Promise<string>;

/** Loads it by what reads the zone of one account, or null where none is known. */
export const createLoadTimeZone =
  (find: (accountId: Id<'account'>) => Promise<string | null>): LoadTimeZone =>
  ({ loader }, accountId) =>
    loader<Id<'account'>, string>('time-zone', (accountIds) =>
      Promise.all(accountIds.map(async (id) => (await find(id)) ?? defaultTimeZone)),
    ).load(accountId);

/** What the process gives each request. */
export interface RequestSurroundings extends Pick<RequestContext, 'log' | 'security'> {
  readonly supportUrl?: string | null | undefined;
  /** Of the feature that knows the zones of accounts; without one all read moments where most holders live. */
  readonly loadTimeZone?: LoadTimeZone | undefined;
}

export function createRequestContext(
  claims: GatewayClaims,
  { log, security, supportUrl = null, loadTimeZone }: RequestSurroundings,
): RequestContext {
  const { viewer = null, locale, requestId, clientAddress, clientApp, clientVersion } = claims;
  const loaders = new Map<string, DataLoader<unknown, unknown>>();
  const context: RequestContext = {
    viewer,
    locale,
    timeZone: async () => (viewer && loadTimeZone ? loadTimeZone(context, viewer.accountId) : defaultTimeZone),
    requestId,
    clientAddress,
    clientApp,
    clientVersion,
    supportUrl,
    log: log.child({ requestId }),
    security,
    loader<Key, Value>(name: string, loadMany: (keys: readonly Key[]) => Promise<ArrayLike<Value | Error>>) {
      const known = loaders.get(name) as DataLoader<Key, Value> | undefined;
      if (known) return known;
      const loader = new DataLoader<Key, Value>(loadMany);
      loaders.set(name, loader as unknown as DataLoader<unknown, unknown>);
      return loader;
    },
  };
  return context;
}

/** Nobody is signed in and the field needs somebody. */
export const unauthenticated = () =>
  new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED', remedies: [{ code: 'LogIn' }] } });

/** The signed-in viewer; throws UNAUTHENTICATED for a stranger. */
export function requireViewer({ viewer }: RequestContext): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}
