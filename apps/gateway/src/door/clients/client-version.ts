import type { IncomingHttpHeaders } from 'node:http';
import { headerText } from '@bindery/service';
import type { TokenViewer } from '@bindery/trust';

/** The app that asks and its version, as far as the request says. */
export interface ClientVersion {
  readonly app?: string | undefined;
  readonly version?: string | undefined;
}

/** What a token says of the app that it was given to. */
type AppOfToken = Pick<TokenViewer, 'app' | 'staffRoles'>;

/** What the client says of itself. Headers can be forged: nothing is allowed because of them that would not be allowed without. */
export const readClientVersion = (headers: IncomingHttpHeaders): ClientVersion => ({
  app: clientText(headers['apollographql-client-name']),
  version: clientText(headers['apollographql-client-version']),
});

/**
 * The app that the token was given to, whatever the headers say. A version counts only with the name it came with. The name of an app of our own
 * people is no claim: without a token of theirs whoever says it has no name.
 */
export function provenClient(
  claimed: ClientVersion,
  token: AppOfToken | undefined,
  staffApps: readonly string[],
): ClientVersion {
  const client = clientOf(claimed, token?.app);
  return client.app !== undefined && staffApps.includes(client.app) && !isStaff(token, staffApps) ? {} : client;
}

/** Whether a token is one of our own people’s, for an app that is registered as theirs. */
export const isStaff = (token: AppOfToken | undefined, staffApps: readonly string[]): boolean =>
  (token?.staffRoles?.length ?? 0) > 0 && token?.app !== undefined && staffApps.includes(token.app);

function clientOf(claimed: ClientVersion, appOfToken: string | undefined): ClientVersion {
  if (appOfToken === undefined || appOfToken === claimed.app) return claimed;
  return claimed.app === undefined ? { app: appOfToken, version: claimed.version } : { app: appOfToken };
}

/** Dotted numbers by number, e.g. 1.10 after 1.9 and 2 like 2.0.0; what is no number counts as 0, so that it is old rather than new. */
export function isOlder(version: string | undefined, minimum: string): boolean {
  const [own, other] = [numbersOf(version ?? ''), numbersOf(minimum)];
  for (let index = 0; index < Math.max(own.length, other.length); index++) {
    const difference = (own[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

const numbersOf = (version: string): number[] =>
  version.split('.').map((part) => Number(/^\d{1,9}/.exec(part)?.[0] ?? 0));

/** Client-made text goes into logs and signatures, so it is kept short and plain. */
const clientText = (value: string | string[] | undefined) =>
  headerText(value)
    ?.replace(/[^\w.+-]/g, '')
    .slice(0, 64) || undefined;
