import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCommand } from '../command-line/create-command';
import { readDay } from '../command-line/readers';
import { root } from '../start/start-options';
import { toApiSdl } from './api-schema';
import { compareSchemas, type SchemaChange } from './compare-schemas';
import { lintSchema } from './lint-schema';

const supergraphFile = join(root, 'apps/gateway/supergraph.graphql');
const releasedFile = 'apps/gateway/released-schema.graphql';

/** YYYY-MM-DD, UTC. */
const today = () => new Date().toISOString().slice(0, 10);

async function lint(): Promise<boolean> {
  const findings = lintSchema(await readFile(supergraphFile, 'utf8'));
  for (const { rule, at, problem } of findings) console.log(`${at}: ${problem} (${rule})`);
  console.log(findings.length ? `${findings.length} breaches of the rules of the graph` : 'The graph keeps its rules.');
  return findings.length === 0;
}

const signs: Readonly<Record<SchemaChange['severity'], string>> = {
  BREAKING: '✗ breaks clients',
  DANGEROUS: '! look twice',
  HARMLESS: '+',
};

async function diff(day: string): Promise<boolean> {
  const changes = await changesOf(day);
  for (const { severity, message } of changes) console.log(`${signs[severity]} ${message}`);
  const breaking = changes.filter(({ severity }) => severity === 'BREAKING').length;
  if (changes.length === 0) console.log('The graph is as it was released.');
  if (breaking > 0)
    console.log(
      `\n${breaking} breaking. Deprecate first and keep the old until its day, or, when no client can be hit, npm run schema -- release --breaking.`,
    );
  return breaking === 0;
}

async function release(day: string, acceptBreaking: boolean): Promise<boolean> {
  if (!acceptBreaking && !(await diff(day))) return false;
  await writeFile(join(root, releasedFile), toApiSdl(await readFile(supergraphFile, 'utf8')));
  console.log(`Wrote ${releasedFile}: commit it with the release.`);
  return true;
}

async function changesOf(day: string): Promise<readonly SchemaChange[]> {
  const [released, supergraph] = await Promise.all([
    readFile(join(root, releasedFile), 'utf8'),
    readFile(supergraphFile, 'utf8'),
  ]);
  return compareSchemas(released, toApiSdl(supergraph), day);
}

function main(): Promise<unknown> {
  const end = (passed: boolean) => void (process.exitCode = passed ? 0 : 1);
  const command = createCommand('npm run schema --').description(
    'The client-facing graph: its rules, and what changed in it since it was released.',
  );
  const onDay = ['--today <day>', 'the day that deprecations are compared with, YYYY-MM-DD', readDay, today()] as const;
  command
    .command('lint')
    .description('Looks for breaches of the rules of the graph.')
    .action(async () => end(await lint()));
  command
    .command('diff')
    .description('Shows what changed since the released schema; fails when it breaks clients.')
    .option(...onDay)
    .action(async (options: { today: string }) => end(await diff(options.today)));
  command
    .command('release')
    .description('Makes the present graph the released one; refuses to break clients.')
    .option(...onDay)
    .option('--breaking', 'accept breaking changes', false)
    .action(async (options: { today: string; breaking: boolean }) =>
      end(await release(options.today, options.breaking)),
    );
  return command.parseAsync();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
