import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from '../start/start-options';
import { importsIn, pathsNamedIn } from './files-read';

type Inputs = readonly (string | object)[];
type NamedInputs = Readonly<Record<string, Inputs>>;

export interface ProjectGraph {
  readonly nodes: Readonly<Record<string, { readonly data: ProjectData }>>;
  readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
}

export interface ProjectData {
  readonly root: string;
  readonly namedInputs?: NamedInputs;
  readonly targets: Readonly<Record<string, { readonly inputs?: Inputs }>>;
}

const isSource = (file: string) => /\.(?:ts|tsx|cjs|mjs)$/.test(file);

const everyFile = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter((file) => existsSync(join(root, file)));

const known = new Map<string, readonly string[]>();

/** The files that a pattern means, told from the root; of a folder, all that stand in it. */
function filesOf(pattern: string): readonly string[] {
  const found = known.get(pattern) ?? everyFile.filter((file) => expressionOf(pattern).test(file));
  known.set(pattern, found);
  return found;
}

const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const made =
    expressions.get(pattern) ??
    new RegExp(
      `^${pattern
        .replaceAll(/[.+^$(){}[\]|?]/g, String.raw`\$&`)
        .replaceAll('**/*', '.+')
        .replaceAll(/(?<!\.)\*/g, '[^/]*')}${pattern.includes('*') ? '' : '(/.+)?'}$`,
    );
  expressions.set(pattern, made);
  return made;
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Compares what the sources of a project reach, by imports and by paths, with what its test target is given. */
export function createTestInputs(graph: ProjectGraph) {
  const shared = (JSON.parse(read('nx.json')) as { namedInputs: NamedInputs }).namedInputs;
  const dataOf = (name: string): ProjectData => {
    const data = graph.nodes[name]?.data;
    if (!data) throw new Error(`${name} is no project`);
    return data;
  };

  /** All that a project depends on, directly or not. */
  function dependenciesOf(name: string): ReadonlySet<string> {
    const found = new Set([name]);
    for (const each of found)
      for (const { target } of graph.dependencies[each] ?? []) if (graph.nodes[target]) found.add(target);
    found.delete(name);
    return found;
  }

  function filesOfInput(name: string, input: string): readonly string[] {
    if (input.startsWith('^')) return [...dependenciesOf(name)].flatMap((each) => filesOfInput(each, input.slice(1)));
    const { root: folder, namedInputs } = dataOf(name);
    const named = namedInputs?.[input] ?? shared[input];
    if (named) return named.flatMap((each) => (typeof each === 'string' ? filesOfInput(name, each) : []));
    return filesOf(input.replace('{workspaceRoot}/', '').replace('{projectRoot}', folder));
  }

  const inputsOf = (name: string): ReadonlySet<string> =>
    new Set(
      dataOf(name).targets['test']?.inputs?.flatMap((each) =>
        typeof each === 'string' ? filesOfInput(name, each) : [],
      ),
    );

  /** The files that a source imports: those of a project by its name, those beside it by where they stand. */
  const imported = (file: string): readonly string[] =>
    importsIn(read(file)).flatMap((name) => {
      if (name.startsWith('.')) {
        const place = posix.join(posix.dirname(file), name);
        return ['', '.ts', '.cjs', '/index.ts'].flatMap((end) => filesOf(place + end)).filter(isSource);
      }
      const [, project, door] = /^(@bindery\/[^/]+)(\/testing)?$/.exec(name) ?? [];
      return project ? filesOf(`${dataOf(project).root}/src${door ?? ''}/index.ts`) : [];
    });

  const reached = new Map<string, readonly string[]>();
  /** The files that a file imports or names by their path. */
  function reachedFrom(file: string): readonly string[] {
    const found =
      reached.get(file) ??
      (isSource(file) ? [...imported(file), ...pathsNamedIn(file, read(file)).flatMap((path) => filesOf(path))] : []);
    reached.set(file, found);
    return found;
  }

  /** What is reached from the sources of a project though its test target is not given it, with the file that reaches it. */
  function notCovered(name: string): string[] {
    const covered = inputsOf(name);
    const readers = new Map(filesOf(`${dataOf(name).root}/**/*`).map((file) => [file, name] as const));
    for (const [file] of readers) for (const next of reachedFrom(file)) if (!readers.has(next)) readers.set(next, file);
    return [...readers].flatMap(([file, reader]) => (covered.has(file) ? [] : [`${file}, read by ${reader}`])).sort();
  }

  return { notCovered };
}
