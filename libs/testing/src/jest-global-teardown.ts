import type { EmbeddedServer } from '@bindery/persistence';

export default async function tearDown(): Promise<void> {
  await (globalThis as { binderyTestPostgres?: EmbeddedServer }).binderyTestPostgres?.stop();
}
