import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';

import { QueryPlanner } from '@apollo/query-planner';
import { parse, print, type DocumentNode } from 'graphql';
import { itIsCheckedAgainst } from '@bindery/testing';
import { planAndCompile } from './compile-operation';
import { readClientOperation } from './operation/client-operation';
import type { SubgraphRequest } from './subgraph';

const supergraph = Supergraph.build(readFileSync(join(__dirname, '../../supergraph.graphql'), 'utf8'));
const api = supergraph.apiSchema();
const schema = api.toGraphQLJSSchema();
const whole = supergraph.schema.toGraphQLJSSchema();
const planner = new QueryPlanner(supergraph);

type Answer = (request: SubgraphRequest) => unknown;

/** Answers of subgraphs by their names; a subgraph that is not among them must not be asked. */
async function runnerOf(text: string, answers: Readonly<Record<string, Answer>>, operationName?: string) {
  const planned: DocumentNode[] = [];
  const run = await planAndCompile({
    asked: readClientOperation(schema, parse(text), operationName),
    supergraph: whole,
    plan(document) {
      planned.push(document);
      return planner.buildQueryPlan(operationFromDocument(api, document, { operationName }));
    },
  });
  const services = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      { process: async ({ request }: { readonly request: SubgraphRequest }) => ({ data: answer(request) as never }) },
    ]),
  );
  const ask = async (variables: Record<string, unknown> = {}) => {
    const { data, errors } = await run({ services, variables, context: {} });
    return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, errors };
  };
  return { ask, planned };
}

const entity = (values: Readonly<Record<string, unknown>>) => ({ _entities: [values] });

describe('what the execution takes for granted', () => {
  itIsCheckedAgainst(
    '@apollo/federation-internals',
    '2.14.4',
    'what is made for Apollo’s own packages: Supergraph, operationFromDocument, codes of errors, assert (graph.ts, planner.ts, plan/)',
  );
  itIsCheckedAgainst('@apollo/query-planner', '2.14.4', 'the form of plans: nodes, paths, rewrites (plan/)');
});

describe('an alias', () => {
  it('that is called like the key of its object is not taken for the key', async () => {
    const asked: SubgraphRequest[] = [];
    const { ask } = await runnerOf('{ viewer { id: displayName cards(first: 1) { edges { node { id } } } } }', {
      identity: () => ({ viewer: { __typename: 'Account', id: 'account_1', as_id: 'Ada' } }),
      binding(request) {
        asked.push(request);
        return entity({ cards: { edges: [{ node: { id: 'card_1' } }] } });
      },
    });
    expect(await ask()).toEqual({
      data: { viewer: { id: 'Ada', cards: { edges: [{ node: { id: 'card_1' } }] } } },
      errors: undefined,
    });
    expect(asked[0]?.variables.representations).toEqual([{ __typename: 'Account', id: 'account_1' }]);
  });

  it('that is called like what another field requires does not feed it', async () => {
    const asked: SubgraphRequest[] = [];
    const { ask } = await runnerOf('{ binding(id: "b") { proofsAsked: status requiredProofs { action } } }', {
      binding: () => ({
        binding: { __typename: 'Binding', id: 'b', as_proofsAsked: 'ACTIVE', proofsAsked: ['BIND'] },
      }),
      verification(request) {
        asked.push(request);
        return entity({ requiredProofs: [{ action: 'BIND' }] });
      },
    });
    expect(await ask()).toEqual({
      data: { binding: { proofsAsked: 'ACTIVE', requiredProofs: [{ action: 'BIND' }] } },
      errors: undefined,
    });
    expect(asked[0]?.variables.representations).toEqual([{ __typename: 'Binding', id: 'b', proofsAsked: ['BIND'] }]);
  });
});

describe('a condition', () => {
  const text = '{ providers @include(if: $x) { code } }';
  const providers = () => ({ providers: [{ code: 'seaside-bank' }] });

  it('that is null is refused as the fault of the request', async () => {
    const { ask } = await runnerOf(`query ($x: Boolean = true) ${text}`, { binding: providers });
    const { data, errors } = await ask({ x: null });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await ask()).toMatchObject({ data: { providers: [{ code: 'seaside-bank' }] } });
  });

  it('is planned for as it stands, each way once, and is no part of the plan', async () => {
    const { ask, planned } = await runnerOf(`query ($x: Boolean!) ${text}`, { binding: providers });
    for (const x of [true, false, true, false]) expect(Object.keys((await ask({ x })).data as object)).toHaveLength(+x);
    expect(planned.map(print).join()).not.toContain('@');
    expect(planned).toHaveLength(1);
  });

  it('of another operation is none of this one', async () => {
    const two = `query A($x: Boolean!) { ...F } query B { ...G } fragment F on Query { providers @include(if: $x) { code } }
      fragment G on Query { ...H } fragment H on Query { providers { code } }`;
    const { ask } = await runnerOf(two, { binding: providers }, 'B');
    expect(await ask()).toEqual({ data: { providers: [{ code: 'seaside-bank' }] }, errors: undefined });
    const other = await runnerOf(two, { binding: providers }, 'A');
    expect((await other.ask()).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('leaves an object that nothing is asked of', async () => {
    const { ask } = await runnerOf(
      `query ($f: Boolean = false, $o: Boolean! = false) {
        node(id: "card_1") { id ... on Card { history @include(if: $f) { pageInfo @include(if: $o) { endCursor } } } } }`,
      {
        identity: () => ({ node: { __typename: 'Card', id: 'card_1' } }),
        binding: () => entity({ history: { __typename: 'CardChangeConnection' } }),
      },
    );
    expect((await ask({ f: true, o: false })).data).toEqual({ node: { id: 'card_1', history: {} } });
    expect((await ask({ f: false, o: true })).data).toEqual({ node: { id: 'card_1' } });
  });
});

describe('a variable', () => {
  it.each(['representations', '_representations', 'constructor'])(
    'that is called $%s is the client’s, and no list of entities',
    async (name) => {
      const told: Record<string, SubgraphRequest> = {};
      const { ask } = await runnerOf(
        `query ($${name}: Int, $id: ID!, $name: String!) {
          viewer { cards(first: $${name}) { edges { node { id } } } } node(id: $id) { id } __type(name: $name) { name } }`,
        {
          identity(request) {
            told.identity = request;
            return { viewer: { __typename: 'Account', id: 'account_1' }, node: { __typename: 'Card', id: 'card_1' } };
          },
          binding(request) {
            told.binding = request;
            return entity({ cards: { edges: [{ node: { id: 'card_1' } }] } });
          },
        },
      );
      expect(await ask({ [name]: 7, id: 'card_1', name: 'Card' })).toEqual({
        data: {
          viewer: { cards: { edges: [{ node: { id: 'card_1' } }] } },
          node: { id: 'card_1' },
          __type: { name: 'Card' },
        },
        errors: undefined,
      });
      const { representations, ...others } = told.binding?.variables ?? {};
      expect(representations).toEqual([{ __typename: 'Account', id: 'account_1' }]);
      expect(Object.values(others)).toEqual([7]);
      expect(told.binding?.query).toContain(`first: $${Object.keys(others)[0]}`.replace(/\s/, ''));
    },
  );

  it('that two names of the client would meet in stays two', async () => {
    let told: SubgraphRequest | undefined;
    const { ask } = await runnerOf(
      'query ($representations: ID!, $_representations: ID!) { a: node(id: $representations) { id } b: node(id: $_representations) { id } }',
      {
        identity(request) {
          told = request;
          return { as_a: { __typename: 'Card', id: 'card_1' }, as_b: { __typename: 'Card', id: 'card_2' } };
        },
      },
    );
    const { data } = await ask({ representations: 'card_1', _representations: 'card_2' });
    expect(data).toEqual({ a: { id: 'card_1' }, b: { id: 'card_2' } });
    expect(told?.variables).toEqual({ _representations: 'card_1', __representations: 'card_2' });
  });
});

describe('introspection', () => {
  it('is answered without subgraphs, in the order in which it is asked for', async () => {
    const { ask, planned } = await runnerOf(
      'query ($name: String = "Card") { b: __type(name: $name) { name isOneOf } ...S __typename } fragment S on Query { __schema { queryType { name } } }',
      {},
    );
    expect(JSON.stringify((await ask()).data)).toBe(
      '{"b":{"name":"Card","isOneOf":null},"__schema":{"queryType":{"name":"Query"}},"__typename":"Query"}',
    );
    expect(planned.map(print).join()).not.toContain('__schema');
  });
});
