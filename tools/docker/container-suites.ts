import { GenericContainer, Wait } from 'testcontainers';
import { withClient } from '@bindery/persistence';
import { eventually, startKafkaContainer, toKafkaEnvironment } from '@bindery/testing';
import { toSummary } from '../test/summary';
import { runJest } from './run-jest';

const password = 'test';

const projects = ['libs/messaging', 'libs/jobs', 'libs/persistence'];

/** Breaks a broker of its own, from the jars, wherever it runs; here it would show nothing new. */
const ownBroker = 'kafka-outages';

/** Runs the suites that speak to PostgreSQL and Kafka once more, on both in containers. Exit code 1 when one fails or is skipped. */
async function main(): Promise<number> {
  // The container that cleans up after a crash comes from a registry; here each is stopped below.
  process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
  const [postgres, kafka] = await Promise.all([startPostgres(), startKafkaContainer()]);
  if (!kafka) throw new Error('no Docker engine answers');
  try {
    // A connection that a test left open must not hold up the end of the run; `npm test` is where that shows.
    const suites = [
      '--maxWorkers=2',
      '--forceExit',
      '--testPathPatterns',
      '\\.int\\.spec',
      '--testPathIgnorePatterns',
      ownBroker,
    ];
    const result = await runJest(projects, suites, {
      TEST_POSTGRES_URL: postgres.url,
      ...toKafkaEnvironment(kafka),
    });
    console.log(toSummary([result]));
    return result.failed + result.skipped.length > 0 || result.passed === 0 ? 1 : 0;
  } finally {
    await Promise.all([postgres.stop(), kafka.stop()]);
  }
}

/** PostgreSQL, which here may forget when the power goes: it lives for one run. */
async function startPostgres() {
  const container = await new GenericContainer(process.env.POSTGRES_IMAGE ?? 'postgres:18')
    .withEnvironment({ POSTGRES_PASSWORD: password })
    .withCommand(['postgres', '-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=200'])
    .withExposedPorts(5432)
    .withHealthCheck({
      test: ['CMD', 'pg_isready', '--username=postgres', '--host=127.0.0.1'],
      interval: 500,
      timeout: 3_000,
      retries: 60,
      startPeriod: 0,
    })
    .withWaitStrategy(Wait.forHealthCheck())
    .withStartupTimeout(180_000)
    .start();
  const url = `postgres://postgres:${password}@127.0.0.1:${container.getMappedPort(5432)}/postgres`;
  // Healthy inside: the way to it from outside is a moment later.
  await eventually(() => withClient(url, (client) => client.query('select 1')), { withinMs: 30_000 });
  return { url, stop: () => container.stop() };
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
