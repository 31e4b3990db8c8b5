import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/start-options';
import { readJestReport } from './jest-report';
import { askNx, runNx } from './run-nx';
import { addUp, type StageResult } from './summary';

/** Where the target `test` leaves what became of each test; a success from Nx's cache brings it along. */
const reportOf = (folder: string) => join(root, 'dist/reports', `${folder}.json`);

interface Project {
  readonly name: string;
  readonly folder: string;
}

/** Runs the target `test` of these projects; every test counts once, whether it was run now or its success was kept. */
export async function runTests(
  stage: string,
  projects: readonly Project[],
  env: Readonly<Record<string, string>>,
): Promise<StageResult> {
  const begun = performance.now();
  for (const { folder } of projects) rmSync(reportOf(folder), { force: true });
  const names = projects.map(({ name }) => name).join();
  const { code } = await runNx(['run-many', '-t', 'test', '-p', names], env, 'inherit');
  const counts = projects.map(({ folder }) => readJestReport(textOf(reportOf(folder)), 0));
  const sum = addUp(counts);
  return {
    stage,
    ...sum,
    // What failed outside of every test, e.g. Nx itself, is no success either.
    failed: sum.failed === 0 && code !== 0 ? 1 : sum.failed,
    seconds: (performance.now() - begun) / 1000,
  };
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Every project with tests. */
export async function findTestProjects(): Promise<readonly Project[]> {
  const { graph } = await askNx<{ graph: { nodes: Record<string, { data: { root: string; targets: object } }> } }>([
    'graph',
    '--print',
  ]);
  return Object.entries(graph.nodes)
    .filter(([, { data }]) => 'test' in data.targets)
    .map(([name, { data }]) => ({ name, folder: data.root }));
}
