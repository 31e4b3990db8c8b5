import { readdirSync } from 'node:fs';
import { startTestPostgres } from './test-postgres';

interface ProjectConfig {
  readonly rootDir: string;
}

/**
 * One real PostgreSQL for a whole Jest run. `npm test` has started it already and says so in TEST_POSTGRES_URL; a
 * project run alone starts its own, and only when it has tests that need one.
 */
export default async function setUp(_globalConfig: unknown, { rootDir }: ProjectConfig): Promise<void> {
  if (process.env.TEST_POSTGRES_URL || !hasIntegrationTests(rootDir)) return;
  const server = await startTestPostgres();
  Object.assign(globalThis, { binderyTestPostgres: server });
  process.env.TEST_POSTGRES_URL = server.adminUrl;
}

function hasIntegrationTests(directory: string): boolean {
  return readdirSync(directory, { recursive: true }).some((file) => String(file).endsWith('.int.spec.ts'));
}
