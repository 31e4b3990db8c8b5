import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { describeTestKafka, startTestKafka, startTestPostgres, toKafkaEnvironment } from '@bindery/testing';
import { runCheck } from './run-check';
import { runJest } from './run-jest';
import { toSummary, type StageResult } from './summary';

const stageNames = ['lint', 'boundaries', 'types', 'generated', 'schema', 'tests', 'e2e'] as const;
type StageName = (typeof stageNames)[number];

/** Runs all checks and tests, or the stages named; goes on after a failure, so that one run shows everything. */
async function main(): Promise<number> {
  const command = new Command('npm test --')
    .description(
      'Lint, boundaries, types, generated files, the rules and the history of the graph, unit and integration tests on a real PostgreSQL, end-to-end tests through the gateway.',
    )
    .argument('[stages...]', `only these, out of: ${stageNames.join(', ')}`)
    .parse();
  const unknown = command.args.filter((name) => !stageNames.some((stage) => stage === name));
  if (unknown.length > 0) command.error(`There is no stage ${unknown.join(', ')}. Stages: ${stageNames.join(', ')}.`);
  const wanted = (name: StageName) => command.args.length === 0 || command.args.includes(name);
  const reports = mkdtempSync(join(tmpdir(), 'bindery-reports-'));
  const results: StageResult[] = [];
  // Lint is one core's work for as long as types are: side by side they take half the time.
  results.push(
    ...(await Promise.all([
      ...(wanted('lint') ? [runCheck('lint', 'npm', ['run', '--silent', 'lint'])] : []),
      ...(wanted('types') ? [runCheck('types', 'tsc', ['-p', 'tsconfig.json'])] : []),
    ])),
  );
  if (wanted('boundaries'))
    results.push(
      await runCheck('boundaries', 'depcruise', ['apps', 'libs', 'tools', '--config', '.dependency-cruiser.cjs']),
    );
  if (wanted('generated'))
    results.push(
      await runCheck('generated', 'node', ['-r', './tools/runtime/register.cjs', 'tools/generate/main.ts', '--check']),
    );
  if (wanted('schema')) {
    for (const command of ['lint', 'diff'])
      results.push(
        await runCheck(`schema ${command}`, 'node', [
          '-r',
          './tools/runtime/register.cjs',
          'tools/schema/main.ts',
          command,
        ]),
      );
  }
  if (wanted('tests')) {
    results.push(await withRealParts((env) => runJest('tests', ['--maxWorkers=2'], reports, env)));
  }
  if (wanted('e2e')) results.push(await runJest('e2e', ['--runInBand'], reports, {}));
  rmSync(reports, { recursive: true, force: true });
  console.log(toSummary(results));
  return results.some(({ failed }) => failed > 0) ? 1 : 0;
}

/** A PostgreSQL that does not start is one failure, and a Kafka that cannot be had is skipped suites; the stages after it still run. */
async function withRealParts(work: (env: Record<string, string>) => Promise<StageResult>): Promise<StageResult> {
  try {
    console.log('  starting PostgreSQL and Kafka (fetched the first time)');
    const [postgres, kafka] = await Promise.all([startTestPostgres(), startTestKafka()]);
    console.log(`  ${describeTestKafka(kafka)}`);
    return await work({ TEST_POSTGRES_URL: postgres.adminUrl, ...toKafkaEnvironment(kafka) }).finally(() =>
      Promise.all([postgres.stop(), kafka.stop()]),
    );
  } catch (error) {
    console.error(error);
    return { stage: 'tests', passed: 0, failed: 1, skipped: [], seconds: 0 };
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    console.log('0 passed, 1 failed');
    process.exit(1);
  },
);
