import { programs, services } from '../start/topology';
import { runProgram } from '../test/run-check';
import { askNx } from '../test/run-nx';

interface Graph {
  readonly graph: {
    readonly nodes: Readonly<Record<string, { readonly data: { readonly targets: object; readonly tags: string[] } }>>;
    readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
  };
}

const nameOf = (app: string) => `@bindery/${app}`;

async function affectedBy(file: string): Promise<readonly string[]> {
  const { output } = await runProgram('nx', ['show', 'projects', '--affected', '--files', file, '--json']);
  return JSON.parse(output) as string[];
}

describe('the graph of projects', () => {
  let graph: Graph['graph'];
  beforeAll(async () => ({ graph } = await askNx<Graph>(['graph', '--print'])));

  it('has a project for each program of services.json, with its scope and all targets', () => {
    for (const program of programs) {
      const { targets, tags } = graph.nodes[nameOf(program)]?.data ?? { targets: {}, tags: [] };
      expect({ program, tags, targets: Object.keys(targets).sort() }).toEqual({
        program,
        tags: expect.arrayContaining([`scope:${program}`, 'type:app']) as string[],
        targets: ['build', 'lint', 'test', 'typecheck'],
      });
    }
  });

  it('has the end-to-end tests depend on everything that they start', () => {
    const targets = graph.dependencies['@bindery/e2e']?.map(({ target }) => target);
    expect(targets).toEqual(expect.arrayContaining([...programs, 'tools'].map(nameOf)));
  });

  it('says what a change touches, and no more', async () => {
    const service = await affectedBy(`apps/${services[0]}/src/main.ts`);
    expect([...service].sort()).toEqual([nameOf('e2e'), nameOf(services[0] ?? ''), nameOf('tools')]);
    expect(await affectedBy('libs/card-lifecycle/src/index.ts')).toEqual(
      expect.arrayContaining([nameOf('binding'), nameOf('e2e')]),
    );
    expect(await affectedBy('services.json')).toEqual(expect.arrayContaining(programs.map(nameOf)));
    expect(await affectedBy('docs/glossary.md')).toEqual(expect.arrayContaining([nameOf('tools')]));
  });
});
