import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import type { Locale } from '@bindery/localisation';
import type { Log } from '@bindery/service';
import type { GatewayClaims, Viewer } from '@bindery/trust';

/** What a resolver knows of the request, all of it vouched for by the gateway's signature. */
export interface RequestContext {
  /** Who is signed in; null for a stranger. */
  readonly viewer: Viewer | null;
  readonly locale: Locale;
  readonly requestId: string;
  /** The client's address, for budgets; never stored in clear. */
  readonly clientAddress: string;
  readonly clientApp?: string;
  readonly clientVersion?: string;
  /** Where people reach support; null where nothing is configured, and then nobody is sent there. */
  readonly supportUrl: string | null;
  readonly log: Log;
  /** The request's own loader of this name, made at first use: many reads of one kind become one query. */
  loader<Key, Value>(
    name: string,
    loadMany: (keys: readonly Key[]) => Promise<ArrayLike<Value | Error>>,
  ): DataLoader<Key, Value>;
}

export function createRequestContext(
  claims: GatewayClaims,
  log: Log,
  supportUrl: string | null = null,
): RequestContext {
  const { viewer = null, locale, requestId, clientAddress, clientApp, clientVersion } = claims;
  const loaders = new Map<string, DataLoader<unknown, unknown>>();
  return {
    viewer,
    locale,
    requestId,
    clientAddress,
    clientApp,
    clientVersion,
    supportUrl,
    log: log.child({ requestId }),
    loader<Key, Value>(name: string, loadMany: (keys: readonly Key[]) => Promise<ArrayLike<Value | Error>>) {
      const known = loaders.get(name) as DataLoader<Key, Value> | undefined;
      if (known) return known;
      const loader = new DataLoader<Key, Value>(loadMany);
      loaders.set(name, loader as unknown as DataLoader<unknown, unknown>);
      return loader;
    },
  };
}

/** Nobody is signed in and the field needs somebody. */
export const unauthenticated = () =>
  new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED', remedies: [{ code: 'LogIn' }] } });

/** The signed-in viewer; throws UNAUTHENTICATED for a stranger. */
export function requireViewer({ viewer }: RequestContext): Viewer {
  if (!viewer) throw unauthenticated();
  return viewer;
}
