import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../start/start-options';

/** A checkout beside this one, as it stands, that may be changed; its packages are links to ours. */
export interface ScratchCopy {
  readonly folder: string;
  remove(): void;
}

export function makeScratchCopy(): ScratchCopy {
  const parent = mkdtempSync(join(tmpdir(), 'bindery-generators-'));
  // PostgreSQL runs under another user when the check runs as root.
  chmodSync(parent, 0o755);
  const folder = join(parent, 'bindery');
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of listed.toString().split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  linkPackages(folder);
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** Every package is a link but our own: those are the workspaces of the copy. */
function linkPackages(folder: string): void {
  const [from, to] = [join(root, 'node_modules'), join(folder, 'node_modules')];
  mkdirSync(to);
  for (const name of readdirSync(from))
    if (name !== '@bindery' && name !== '.cache') symlinkSync(join(from, name), join(to, name));
  cpSync(join(from, '@bindery'), join(to, '@bindery'), { recursive: true, verbatimSymlinks: true });
}
