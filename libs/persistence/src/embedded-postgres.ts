import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadEmbeddedPostgres } from './embedded-binaries';

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
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'postgres',
    password,
    persistent: true,
    // PostgreSQL refuses to run as root; the package then makes itself a system user. Elsewhere that fails.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256'],
    postgresFlags: ['listen_addresses=127.0.0.1', 'max_connections=200', ...settings].flatMap((setting) => [
      '-c',
      setting,
    ]),
    onLog: (line) => onLog(String(line)),
    onError: (line) => onLog(String(line)),
  });
  if (!existsSync(join(directory, 'PG_VERSION'))) await server.initialise();
  await server.start();
  return {
    adminUrl: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  };
}
