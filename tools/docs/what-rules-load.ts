import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../start/start-options';

/** Run in a process of its own, whose modules are those that the rules have loaded and no others. */
const program = `
for (const file of JSON.parse(process.env.FILES)) require(file);
process.stdout.write(JSON.stringify(Object.keys(require.cache)));
`;

/** What stands in memory, by path below the root (packages may lie elsewhere), after these files were loaded: their own imports, and all that those bring along. */
export function loadedWith(files: readonly string[]): readonly string[] {
  const asRun = ['-r', join(root, 'tools/runtime/register.cjs'), '-e', program];
  const loaded = execFileSync(process.execPath, asRun, {
    cwd: root,
    env: { ...process.env, FILES: JSON.stringify(files.map((file) => join(root, file))) },
    encoding: 'utf8',
  });
  return (JSON.parse(loaded) as string[]).map((file) =>
    file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file,
  );
}

/** The packages among loaded files, those of the program that loads left out. */
export const packagesOf = (loaded: readonly string[]): readonly string[] =>
  [
    ...new Set(
      loaded.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file)?.[1] ?? []),
    ),
  ].sort();
