import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { root } from '../start/start-options';
import { services } from '../start/topology';
import { generateCardLifecycleDocs } from './card-lifecycle';
import { generateClientDocuments } from './client-documents';
import { generateComposeFile } from './compose-file';
import { composeSupergraph } from './compose-supergraph';
import { generateEnvExamples } from './env-examples';
import { generateEventContracts } from './event-contracts';
import type { GeneratedFile } from './generated-file';
import { generateKafkaFiles } from './kafka-files';
import { emitSubgraphSdl } from './subgraph-sdl';

/** Everything that is generated and committed. The supergraph is composed of SDL that was written just before. */
async function main(): Promise<number> {
  const { check } = new Command('npm run generate --')
    .description(
      'Writes every generated file: subgraph SDL, supergraph, .env.example, event schemas, documents, containers, topics.',
    )
    .option('--check', 'write nothing; fail when a committed file is not what would be generated', false)
    .parse()
    .opts<{ check: boolean }>();
  const stale: string[] = [];
  const put = async ({ path, content }: GeneratedFile) => {
    if (!(await differs(path, content))) return;
    stale.push(path);
    if (!check) await write(path, content);
  };
  const sdl = await Promise.all(
    services.map(async (name) => ({ path: `apps/${name}/schema.graphql`, content: await emitSubgraphSdl(name) })),
  );
  for (const file of [
    ...sdl,
    ...generateEnvExamples(),
    ...generateCardLifecycleDocs(),
    ...generateEventContracts(),
    ...generateClientDocuments(),
    ...generateComposeFile(),
    ...(await generateKafkaFiles()),
  ])
    await put(file);
  await put({ path: 'apps/gateway/supergraph.graphql', content: await composeSupergraph(root) });
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
