import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/start-options';
import { readJestReport } from './jest-report';
import type { StageResult } from './summary';

/** Runs Jest over the end-to-end project or over all others; its output is shown as it comes. */
export async function runJest(
  stage: 'tests' | 'e2e',
  args: readonly string[],
  reports: string,
  env: NodeJS.ProcessEnv,
): Promise<StageResult> {
  const begun = performance.now();
  const file = join(reports, `${stage}.json`);
  const code = await new Promise<number | null>((resolve, reject) => {
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const projects = stage === 'e2e' ? [join(root, 'apps/e2e')] : unitProjects();
    const child = spawn(process.execPath, [jest, '--projects', ...projects, ...args, '--json', '--outputFile', file], {
      cwd: root,
      env: { ...process.env, TZ: 'UTC', ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = (performance.now() - begun) / 1000;
  return { stage, ...readJestReport(existsSync(file) ? readFileSync(file, 'utf8') : undefined, code), seconds };
}

function unitProjects(): string[] {
  const folders = ['apps', 'libs'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => join(root, parent, name)),
  );
  return [...folders, join(root, 'tools')].filter(
    (folder) => existsSync(join(folder, 'jest.config.cjs')) && !folder.endsWith('e2e'),
  );
}
