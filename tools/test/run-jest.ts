import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/start-options';
import type { StageResult } from './summary';

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[] }[];
}

/** Runs Jest over the end-to-end project or over all others; its output is shown as it comes. */
export async function runJest(stage: 'tests' | 'e2e', args: readonly string[], reports: string, env: NodeJS.ProcessEnv): Promise<StageResult> {
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
  if (!existsSync(file)) return { stage, passed: 0, failed: 1, skipped: [], seconds };
  const report = JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { stage, passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: namesOfSkipped(report), seconds };
}

function namesOfSkipped({ testResults }: JestReport): string[] {
  return testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'pending' || status === 'todo').map(({ fullName }) => fullName));
}

function unitProjects(): string[] {
  const folders = ['apps', 'libs'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(root, parent, name)));
  return [...folders, join(root, 'tools')].filter((folder) => existsSync(join(folder, 'jest.config.cjs')) && !folder.endsWith('e2e'));
}
