import { readFileSync } from 'node:fs';

/** How a driver reaches a database; what `Client` and `Pool` of pg take. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** A function where it stands in a file: asked at each new connection, so a password that was changed is found. */
  readonly password: string | (() => string);
  readonly database: string;
  readonly ssl: { readonly rejectUnauthorized: true; readonly ca?: string } | undefined;
}

/** Whether a database is reached over TLS, with the server's certificate and name checked. */
export const usesTls = (url: string): boolean => new URL(url).searchParams.get('sslmode') === 'verify-full';

/**
 * Reads a database URL with three of libpq's parameters (https://www.postgresql.org/docs/current/libpq-connect.html):
 * `sslmode` (`disable`, which is the default here, or `verify-full`), `sslrootcert` (PEM file of the authority) and `passfile`
 * (where the URL has no password). pg and TypeORM read these parameters each in their own way, or not at all. Throws for another
 * `sslmode`, which would encrypt without knowing to whom, and for a file that cannot be read.
 */
export function toConnection(url: string): Connection {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const user = decodeURIComponent(username);
  const passfile = searchParams.get('passfile');
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port || 5432),
    user,
    password: passfile && !password ? () => readPassword(passfile, user) : decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    ssl: toSsl(searchParams),
  };
}

function toSsl(parameters: URLSearchParams): Connection['ssl'] {
  const mode = parameters.get('sslmode') ?? 'disable';
  if (mode === 'disable') return undefined;
  if (mode !== 'verify-full') throw new Error(`sslmode is disable or verify-full, not ${mode}`);
  const authority = parameters.get('sslrootcert');
  return { rejectUnauthorized: true, ...(authority && { ca: readFileSync(authority, 'utf8') }) };
}

/** A line of a password file: host:port:database:user:password, see https://www.postgresql.org/docs/current/libpq-pgpass.html. */
export const toPassfileLine = (user: string, password: string): string => `*:*:*:${user}:${password}\n`;

/**
 * The password of a login in a file that has lines for any host, port and database, as `toPassfileLine` writes them.
 * Throws without a word of what stands in the file when there is none.
 */
export function readPassword(file: string, user: string): string {
  const start = toPassfileLine(user, '').trimEnd();
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .find((each) => each.startsWith(start));
  if (!line) throw new Error(`${file} has no password of ${user}`);
  return line.slice(start.length);
}
