import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines of the TypeScript files that git tracks: median, 95th percentile, longest. Goals: 50, 200, 300. */
export function measureFileSizes(root: string): string {
  const files = execFileSync('git', ['ls-files', '*.ts'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  const sizes = files
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines);
  const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(share * sizes.length))];
  const longest = sizes.at(-1);
  return [
    `lines a file, of ${sizes.length} TypeScript files`,
    `  median ${at(0.5)?.lines}, p95 ${at(0.95)?.lines}, longest ${longest?.lines} (${longest?.file})`,
    '',
  ].join('\n');
}
