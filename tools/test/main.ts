import { createCommand } from '../command-line/create-command';
import { describeTestKafka, startTestKafka, startTestPostgres, toKafkaEnvironment } from '@bindery/testing';
import { judge, runCheck } from './run-check';
import { runNx } from './run-nx';
import { findTestProjects, runTests } from './run-tests';
import { toSummary, type StageResult } from './summary';

const tool = (name: string) => ['-r', './tools/runtime/register.cjs', `tools/${name}/main.ts`];

/**
 * The stages, in the order in which they run; those of one list run side by side. Lint and tests are targets of the graph.
 * Types are one program over everything: as twenty programs, which the target `typecheck` is, it would cost eight times as much.
 */
const stages = [
  {
    format: () => runCheck('format', 'prettier', ['--check', '--cache', '--log-level', 'warn', '.']),
    lint: () => judge('lint', runNx(['run-many', '-t', 'lint', '--parallel', '1'])),
    types: () => runCheck('types', 'tsc', ['-p', 'tsconfig.json']),
  },
  {
    boundaries: () => runCheck('boundaries', 'npm', ['run', '--silent', 'boundaries']),
  },
  { generated: () => runCheck('generated', 'node', [...tool('generate'), '--check']) },
  { schema: schemaStage },
  { tests: () => withRealParts((env) => testStage('tests', (name) => name !== e2e, env)) },
  { e2e: () => testStage('e2e', (name) => name === e2e, {}) },
] satisfies readonly Readonly<Record<string, () => Promise<StageResult | readonly StageResult[]>>>[];
const stageNames = stages.flatMap((together) => Object.keys(together));

const e2e = '@bindery/e2e';

/** Runs all checks and tests, or the stages named; goes on after a failure, so that one run shows everything. */
async function main(): Promise<number> {
  const command = createCommand('npm test --')
    .description(
      'Format, lint, boundaries, types, generated files, the rules and the history of the graph, unit and integration tests on a real PostgreSQL, end-to-end tests through the gateway.',
    )
    .argument('[stages...]', `only these, out of: ${stageNames.join(', ')}`)
    .parse();
  const unknown = command.args.filter((name) => !stageNames.includes(name));
  if (unknown.length > 0) command.error(`There is no stage ${unknown.join(', ')}. Stages: ${stageNames.join(', ')}.`);
  const results: StageResult[] = [];
  for (const together of stages) {
    const wanted = Object.entries(together).filter(([name]) => !command.args.length || command.args.includes(name));
    results.push(...(await Promise.all(wanted.map(([, run]) => run()))).flat());
  }
  console.log(toSummary(results));
  return results.some(({ failed }) => failed > 0) ? 1 : 0;
}

async function schemaStage(): Promise<readonly StageResult[]> {
  const results: StageResult[] = [];
  for (const command of ['lint', 'diff'])
    results.push(await runCheck(`schema ${command}`, 'node', [...tool('schema'), command]));
  return results;
}

async function testStage(stage: string, isIn: (name: string) => boolean, env: Readonly<Record<string, string>>) {
  const projects = (await findTestProjects()).filter(({ name }) => isIn(name));
  // Two projects at a time with one worker each, or one with all it wants.
  return runTests(stage, projects, { TEST_WORKERS: '1', ...env });
}

/** A PostgreSQL that does not start is one failure, and a Kafka that cannot be had is skipped suites; the stages after it still run. */
async function withRealParts(work: (env: Record<string, string>) => Promise<StageResult>): Promise<StageResult> {
  try {
    console.log('  starting PostgreSQL and Kafka (fetched the first time)');
    const [postgres, kafka] = await Promise.all([startTestPostgres(), startTestKafka()]);
    console.log(`  ${describeTestKafka(kafka)}`);
    return await work({
      TEST_POSTGRES_URL: postgres.adminUrl,
      ...toKafkaEnvironment(kafka),
      // A success without Kafka says nothing of a machine that has it: known to Nx as an input of the tests.
      TEST_PARTS: `Kafka from ${kafka.source}`,
    }).finally(() => Promise.all([postgres.stop(), kafka.stop()]));
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
