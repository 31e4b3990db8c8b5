import { buildSchema, parse, validate } from 'graphql';
import { createClientErrors } from '../refusals/client-error';
import { depthLimit } from './depth-limit';
import { knownOperation } from './known-operation';
import { requestLimits } from './request-limits';
import { rootFieldLimit } from './root-field-limit';

const schema = buildSchema('type Query { a: Int q: Query }');
const errorsOf = (document: string) => validate(schema, parse(document), [rootFieldLimit, depthLimit, knownOperation]);
const toClientError = createClientErrors({ production: false, count: () => undefined, onBug: () => 'id' });
const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: a`).join(' ');

describe('the limit of root fields', () => {
  it('lets as many pass as a screen needs', () => {
    expect(errorsOf(`{ ${aliases(requestLimits.rootFields)} }`)).toEqual([]);
  });

  it.each([
    `{ ${aliases(requestLimits.rootFields + 1)} }`,
    'query { ...A ...A ...A } fragment A on Query { ...B ... { b: a } } fragment B on Query { a }',
  ])('counts aliases and fragments: %s', (document) => {
    const [error] = errorsOf(document);
    // The server writes its own code over that of any rule.
    const formatted = {
      message: error?.message ?? '',
      extensions: { ...error?.extensions, code: 'GRAPHQL_VALIDATION_FAILED' },
    };
    expect(toClientError(formatted).extensions).toEqual({
      code: 'TOO_MANY_ROOT_FIELDS',
      limit: requestLimits.rootFields,
      remedies: [{ kind: 'ASK_FOR_LESS', code: 'AskForLess', title: expect.any(String) }],
    });
  });

  it('does not count for ever', () => {
    expect(errorsOf('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).toEqual([]);
  });

  it('walks a fragment once, however often fragments spread each other', () => {
    // Each fragment spreads the next twice: 2^60 fields for who follows every spread.
    const fragments = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
    );
    const document = `{ ...F0 } ${fragments.join(' ')} fragment F60 on Query { a }`;
    expect(errorsOf(document)).toHaveLength(1);
  });
});

describe('the limit of depth', () => {
  const nested = (depth: number): string => (depth === 1 ? 'a' : `q { ${nested(depth - 1)} }`);

  it('counts fields inside each other, and names what is allowed', () => {
    expect(errorsOf(`{ ${nested(requestLimits.depth)} }`)).toEqual([]);
    expect(errorsOf(`{ ${nested(requestLimits.depth + 1)} }`)[0]?.extensions).toMatchObject({
      code: 'TOO_DEEP',
      limit: requestLimits.depth,
    });
  });

  it('counts through fragments, named and inline', () => {
    const document = `{ ...A } fragment A on Query { q { ... { q { ...B } } } } fragment B on Query { ${nested(requestLimits.depth - 1)} }`;
    expect(errorsOf(document).map(({ extensions }) => extensions.code)).toEqual(['TOO_DEEP']);
  });

  it('leaves out what a tool asks of the schema itself', () => {
    const type = (depth: number): string => (depth === 0 ? 'name' : `ofType { ${type(depth - 1)} }`);
    expect(errorsOf(`{ __schema { types { ${type(20)} } } }`)).toEqual([]);
  });

  it('walks a fragment once, however often fragments spread each other', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`,
    );
    expect(errorsOf(`{ q { ...F0 } } ${fragments.join(' ')} fragment F60 on Query { a }`)).toEqual([]);
  });
});

describe('kinds of operation', () => {
  it('that the graph has not are refused', () => {
    expect(errorsOf('subscription { a }').map(({ message }) => message)).toEqual(['This graph has no subscription.']);
  });
});
