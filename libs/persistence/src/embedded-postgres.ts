import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { escapeLiteral } from 'pg';
import { loadEmbeddedPostgres } from './embedded-binaries';
import { withClient } from './provision';

export interface EmbeddedServerOptions {
  /** Folder of the cluster; made when missing, kept when there. */
  readonly directory: string;
  readonly port: number;
  readonly password: string;
  /** Settings in the form `name=value`, e.g. `fsync=off` for tests. */
  readonly settings?: readonly string[];
  readonly onLog?: (line: string) => void;
}

export interface EmbeddedServer {
  /** The superuser's URL, with the password that the cluster was made with. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** Its log tells that a statement failed and why, without the statement and without the row (DETAIL): both may hold what people told us. */
const quietLog = ['log_error_verbosity=terse', 'log_min_error_statement=panic'];

/** A real PostgreSQL on loopback, from the binaries in the npm package: no Docker, nothing installed. */
export async function startEmbeddedPostgres({
  directory,
  port,
  password,
  settings = [],
  onLog = () => undefined,
}: EmbeddedServerOptions): Promise<EmbeddedServer> {
  // Loaded here because it is an ES module that only programs which start a server need.
  const { default: EmbeddedPostgres } = await loadEmbeddedPostgres();
  const isNew = !existsSync(join(directory, 'PG_VERSION'));
  // The package hands it to initdb in a file that others may read for a moment, so a new cluster begins with one that is thrown away.
  const firstPassword = isNew ? randomBytes(24).toString('base64url') : password;
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'postgres',
    password: firstPassword,
    persistent: true,
    // PostgreSQL refuses to run as root; the package then makes itself a system user. Elsewhere that fails.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256'],
    postgresFlags: ['listen_addresses=127.0.0.1', 'max_connections=200', ...quietLog, ...settings].flatMap(
      (setting) => ['-c', setting],
    ),
    onLog: (line) => onLog(String(line)),
    onError: (line) => onLog(String(line)),
  });
  const urlBy = (secret: string) => `postgres://postgres:${encodeURIComponent(secret)}@127.0.0.1:${port}/postgres`;
  if (isNew) await server.initialise();
  await server.start();
  if (isNew)
    await withClient(urlBy(firstPassword), (admin) =>
      admin.query(`ALTER ROLE postgres PASSWORD ${escapeLiteral(password)}`),
    );
  return {
    adminUrl: urlBy(password),
    stop: () => server.stop(),
  };
}
