import { buildSchema, parse, validate } from 'graphql';
import { toPublicError } from '../public-error';
import { knownOperation } from './known-operation';
import { rootFieldLimit, rootFieldsMax } from './root-field-limit';

const schema = buildSchema('type Query { a: Int }');
const errorsOf = (document: string) => validate(schema, parse(document), [rootFieldLimit, knownOperation]);
const aliases = (count: number) => Array.from({ length: count }, (_, index) => `a${index}: a`).join(' ');

describe('the limit of root fields', () => {
  it('lets as many pass as a screen needs', () => {
    expect(errorsOf(`{ ${aliases(rootFieldsMax)} }`)).toEqual([]);
  });

  it.each([`{ ${aliases(rootFieldsMax + 1)} }`, 'query { ...A ...A ...A } fragment A on Query { ...B ... { b: a } } fragment B on Query { a }'])('counts aliases and fragments: %s', (document) => {
    const [error] = errorsOf(document);
    // The server writes its own code over that of any rule.
    const formatted = { message: error?.message ?? '', extensions: { ...error?.extensions, code: 'GRAPHQL_VALIDATION_FAILED' } };
    expect(toPublicError(formatted).extensions).toEqual({ code: 'TOO_MANY_ROOT_FIELDS', limit: rootFieldsMax });
  });

  it('does not count for ever', () => {
    expect(errorsOf('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).toEqual([]);
  });

  it('walks a fragment once, however often fragments spread each other', () => {
    // Each fragment spreads the next twice: 2^60 fields for who follows every spread.
    const fragments = Array.from({ length: 60 }, (_, index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`);
    const document = `{ ...F0 } ${fragments.join(' ')} fragment F60 on Query { a }`;
    expect(errorsOf(document)).toHaveLength(1);
  });
});

describe('kinds of operation', () => {
  it('that the graph has not are refused', () => {
    expect(errorsOf('subscription { a }').map(({ message }) => message)).toEqual(['This graph has no subscription.']);
  });
});
