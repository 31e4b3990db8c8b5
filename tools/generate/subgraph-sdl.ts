import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../start/start-options';

/** The SDL of a subgraph, from its classes. In a process of its own, because type-graphql's metadata is global. */
export async function emitSubgraphSdl(name: string): Promise<string> {
  const features = join(root, 'apps', name, 'src/features.ts');
  const builder = join(root, 'apps', name, 'src/graphql/build-schema.ts');
  const script = existsSync(features)
    ? `process.stdout.write(require('@bindery/subgraph').toSubgraph(require(${JSON.stringify(features)}).featureClasses).sdl);`
    : `const built = Object.values(require(${JSON.stringify(builder)})).find((value) => /^build\\w+Subgraph$/.test(value.name)); process.stdout.write(built().sdl);`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['-r', join(root, 'tools/runtime/register.cjs'), '-e', script],
    { cwd: root, maxBuffer: 8 * 1024 * 1024 },
  );
  return stdout;
}
