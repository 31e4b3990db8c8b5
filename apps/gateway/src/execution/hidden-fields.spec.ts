import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApolloServer } from '@apollo/server';
import { createApolloPlanner } from './planner';
import type { Subgraphs } from './subgraph';
import { SupergraphGateway } from './supergraph-gateway';

const sdl = readFileSync(join(__dirname, '../../supergraph.graphql'), 'utf8');
const representations: unknown[] = [];

const subgraph = (data: Record<string, unknown>): Subgraphs[string] => ({
  async process({ request: { variables } }) {
    if (variables?.representations) representations.push(...(variables.representations as unknown[]));
    return { data };
  },
});

const apollo = new ApolloServer({
  gateway: new SupergraphGateway({
    source: {
      async follow(take) {
        const taken = await take(sdl);
        if (!taken.ok) throw new Error(taken.error.reason);
        return () => undefined;
      },
    },
    subgraphs: {
      identity: subgraph({}),
      notification: subgraph({}),
      binding: subgraph({ binding: { __typename: 'Binding', id: 'binding_1', proofsAsked: ['RESTORE'] } }),
      verification: subgraph({ _entities: [{ requiredProofs: [{ action: 'RESTORE' }] }] }),
    },
    registered: [],
    othersMax: 10,
    createPlanner: createApolloPlanner,
  }),
});
beforeAll(() => apollo.start());
afterAll(() => apollo.stop());

const ask = async (query: string) => {
  const { body } = await apollo.executeOperation({ query });
  return body.kind === 'single' ? body.singleResult : undefined;
};

describe('a field that is for another subgraph alone', () => {
  it('is fetched for it, and stands in no answer', async () => {
    const answer = await ask('{ binding(id: "binding_1") { id requiredProofs { action } } }');
    expect(answer).toMatchObject({ data: { binding: { id: 'binding_1', requiredProofs: [{ action: 'RESTORE' }] } } });
    expect(JSON.stringify(answer)).not.toContain('proofsAsked');
    expect(representations).toEqual([{ __typename: 'Binding', id: 'binding_1', proofsAsked: ['RESTORE'] }]);
  });

  it('cannot be asked for by clients', async () => {
    expect((await ask('{ binding(id: "binding_1") { proofsAsked } }'))?.errors?.[0]?.message).toContain('proofsAsked');
  });
});
