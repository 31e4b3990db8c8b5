import { startEmbeddedPostgres } from '@bindery/persistence';

// PostgreSQL in a process of its own: it stays while services drain, and stops cleanly even when its parent is killed.
async function main(): Promise<void> {
  const { DIRECTORY = '', PORT = '', PASSWORD = '' } = process.env;
  const server = await startEmbeddedPostgres({ directory: DIRECTORY, port: Number(PORT), password: PASSWORD, onLog: (line) => process.stdout.write(line) });
  const stop = () => void server.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
  process.send?.({ adminUrl: server.adminUrl });
}

main().catch((error: unknown) => {
  console.error(`PostgreSQL did not start: ${error instanceof Error ? error.message : 'see the lines above'}`);
  process.exit(1);
});
