import { askNx } from '../test/run-nx';
import { createTestInputs, type ProjectGraph } from './test-inputs';

describe('what a test reads', () => {
  let graph: ProjectGraph;
  beforeAll(async () => ({ graph } = await askNx<{ graph: ProjectGraph }>(['graph', '--print'])));

  it('is an input of its target, so that no success is kept that is none any more', () => {
    const { notCovered } = createTestInputs(graph);
    const tested = Object.keys(graph.nodes).filter((name) => graph.nodes[name]?.data.targets['test']);
    expect(tested.length).toBeGreaterThan(15);
    expect(
      Object.fromEntries(tested.map((name) => [name, notCovered(name)] as const).filter(([, { length }]) => length)),
    ).toEqual({});
  });
});
