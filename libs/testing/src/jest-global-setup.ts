import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startTestKafka, toKafkaEnvironment } from './kafka/test-kafka';
import { startTestPostgres } from './test-postgres';

/** What a run has started, for the teardown. */
export interface StartedParts {
  readonly parts: readonly { stop(): Promise<void> }[];
}

interface GlobalConfig {
  readonly rootDir: string;
  /** Folders or configuration files; none when one project runs alone. */
  readonly projects: readonly string[];
  readonly testPathPatterns: { toExecutor(options: { rootDir: string }): { isMatch(path: string): boolean } };
}

/**
 * One real PostgreSQL and one real Kafka for a whole Jest run. `npm test` has started them already and says so in the
 * environment; a project run alone starts its own, and only what the files of this run need.
 */
export default async function setUp(config: GlobalConfig): Promise<void> {
  const files = integrationTests(config);
  const parts: { stop(): Promise<void> }[] = [];
  Object.assign(globalThis, { binderyStarted: { parts } satisfies StartedParts });
  if (!process.env.TEST_POSTGRES_URL && files.length > 0) {
    const server = await startTestPostgres();
    parts.push(server);
    process.env.TEST_POSTGRES_URL = server.adminUrl;
  }
  if (!isToldOfKafka() && files.some((file) => readFileSync(file, 'utf8').includes('describeOnKafka('))) {
    const kafka = await startTestKafka();
    parts.push(kafka);
    Object.assign(process.env, toKafkaEnvironment(kafka));
  }
}

const isToldOfKafka = () => Boolean(process.env.TEST_KAFKA_BROKERS ?? process.env.TEST_KAFKA_MISSING);

/** The files of this run that need more than themselves. */
function integrationTests({ rootDir: only, projects, testPathPatterns }: GlobalConfig): string[] {
  const folders =
    projects.length > 0 ? projects.map((project) => (project.endsWith('.cjs') ? dirname(project) : project)) : [only];
  return folders.flatMap((rootDir) => {
    const pattern = testPathPatterns.toExecutor({ rootDir });
    const files = readdirSync(rootDir, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.int.spec.ts'),
    );
    return files.map((file) => join(rootDir, file)).filter((file) => pattern.isMatch(file));
  });
}
