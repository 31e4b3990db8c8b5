import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../start/start-options';
import { readJestReport } from '../test/jest-report';
import type { StageResult } from '../test/summary';

/** Runs Jest over some projects; its output is shown as it comes. */
export async function runJest(
  projects: readonly string[],
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<StageResult> {
  const reports = mkdtempSync(join(tmpdir(), 'bindery-reports-'));
  const begun = performance.now();
  const file = join(reports, 'tests.json');
  const code = await new Promise<number | null>((resolve, reject) => {
    const jest = join(root, 'node_modules/jest/bin/jest.js');
    const child = spawn(
      process.execPath,
      [jest, '--projects', ...projects.map((folder) => join(root, folder)), ...args, '--json', '--outputFile', file],
      {
        cwd: root,
        env: { ...process.env, TZ: 'UTC', ...env },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    child.once('error', reject);
    child.once('close', resolve);
  });
  const seconds = (performance.now() - begun) / 1000;
  const counts = readJestReport(existsSync(file) ? readFileSync(file, 'utf8') : undefined, code);
  rmSync(reports, { recursive: true, force: true });
  return { stage: 'tests', ...counts, seconds };
}
