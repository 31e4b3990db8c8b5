import { buildSchema, Kind, parse, type GraphQLSchema } from 'graphql';
import { createCostLimit } from '../limits/cost/cost-limit';
import { KnownOperations, type ResolvedPlan } from './known-operations';

const sdl = 'type Query { a: Int }';
const [before, after] = [buildSchema(sdl), buildSchema(sdl)];

function resolved(source: string, schema: GraphQLSchema, operationName?: string): ResolvedPlan {
  const document = parse(source);
  const operation = document.definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === operationName,
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no such operation');
  return {
    queryPlan: { kind: 'QueryPlan' },
    serviceMap: {},
    operationContext: { schema, operation, fragments: {} },
    requestContext: { source, document, request: { operationName } },
  };
}

describe('known operations', () => {
  it('are found by text and name; the only one of a document without its name too', () => {
    const known = new KnownOperations(() => before, createCostLimit());
    known.remember(resolved('query A { a }', before, 'A'));
    known.remember(resolved('query A { a } query B { a }', before, 'A'));
    expect(known.find('query A { a }', 'A')).toMatchObject({ kind: 'query' });
    expect(known.find('query A { a }', undefined)).toMatchObject({ kind: 'query' });
    expect(known.find('query A { a }', 'B')).toBeUndefined();
    expect(known.find('query A { a } ', 'A')).toBeUndefined();
    expect(known.find('query A { a } query B { a }', undefined)).toBeUndefined();
  });

  it('are of the graph that is served: with another one they have to be planned again', () => {
    let current = before;
    const known = new KnownOperations(() => current, createCostLimit());
    known.remember(resolved('query A { a }', before, 'A'));
    current = after;
    expect(known.find('query A { a }', 'A')).toBeUndefined();
    known.remember(resolved('query A { a }', after, 'A'));
    expect(known.find('query A { a }', 'A')).toBeDefined();
  });

  it('accept nothing before their plan was executed once, as there is nothing compiled yet', () => {
    const known = new KnownOperations(() => before, createCostLimit());
    known.remember(resolved('query A { a }', before, 'A'));
    expect(known.find('query A { a }', 'A')?.accepts({})).toBe(false);
  });
});
