import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createCommand } from '../command-line/create-command';
import { oneOf } from '../command-line/readers';
import { root } from '../start/start-options';
import type { GeneratedFile } from './generated-file';
import { generators, supergraph, type Generator } from './generators';

const projects = [...new Set([...generators, supergraph].map(({ project }) => project))];

interface Options {
  readonly check: boolean;
  readonly only?: string;
}

/** Everything that is generated and committed, or what there is of one project. */
async function main(): Promise<number> {
  const { check, only } = createCommand('npm run generate --')
    .description(
      'Writes every generated file: subgraph SDL, supergraph, .env.example, event schemas, documents, containers, topics and rights.',
    )
    .option('--check', 'write nothing; fail when a committed file is not what would be generated', false)
    .addOption(oneOf('--only <project>', "only the files of one project's folder", projects))
    .parse()
    .opts<Options>();
  const stale: string[] = [];
  const put = async ({ path, content }: GeneratedFile) => {
    if (!(await differs(path, content))) return;
    stale.push(path);
    if (!check) await write(path, content);
  };
  const isWanted = ({ project }: Generator) => only === undefined || only === project;
  const files = await Promise.all(generators.filter(isWanted).map(({ generate }) => generate()));
  for (const file of files.flat()) await put(file);
  // Composed of the SDL that was written just now.
  for (const { generate } of [supergraph].filter(isWanted)) for (const file of await generate()) await put(file);
  console.log(
    stale.length === 0
      ? 'Every generated file is current.'
      : `${check ? 'Not current' : 'Wrote'}:\n${stale.map((path) => `  ${path}`).join('\n')}`,
  );
  if (check && stale.length > 0) console.log('Run npm run generate and commit what it writes.');
  return check && stale.length > 0 ? 1 : 0;
}

async function differs(path: string, content: string): Promise<boolean> {
  const file = join(root, path);
  return !existsSync(file) || (await readFile(file, 'utf8')) !== content;
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
