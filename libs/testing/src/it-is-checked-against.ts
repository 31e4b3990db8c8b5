import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A gate beside each use of a part of a package that its authors may change without a word: it fails as soon as another version is
 * installed, so that somebody looks at `what` before the number here is changed. `what` says which part, and what to look at.
 */
export function itIsCheckedAgainst(packageName: string, version: string, what: string): void {
  it(`was checked against ${packageName} ${version}: ${what}`, () => {
    expect({ packageName, version: installedVersion(packageName) }).toEqual({ packageName, version });
  });
}

/** The version that this workspace has of a package. Throws if it has none. */
export function installedVersion(packageName: string): string {
  // By path, since many packages do not export their package.json.
  const file = (require.resolve.paths(packageName) ?? [])
    .map((folder) => join(folder, packageName, 'package.json'))
    .find((path) => existsSync(path));
  if (!file) throw new Error(`${packageName} is not installed`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
