import { buildSchema, parse } from 'graphql';
import { requestLimits } from '../limits/request-limits';
import { readClientOperation } from './operation/client-operation';
import { compileMistakes } from './variable-mistakes';

const schema = buildSchema(`
  input Page { size: Int! = 20  words: [String!]  inner: Page }
  type Query {
    list(first: Int! = 20, after: String): Int
    page(page: Page): Int
    nodes(ids: [ID!]!): Int
    plain: Int
  }`);

const codesOf = (text: string, variables?: Record<string, unknown>) =>
  compileMistakes(readClientOperation(schema, parse(text)))(variables).map(({ extensions: { code } }) => code);

describe('variables of a request', () => {
  it.each([
    ['query ($n: Int = 1) { list(first: $n) }'],
    ['query ($n: Int) { list(first: $n) }'],
    ['query ($n: Int = 1) { page(page: { size: $n }) }'],
    ['query ($n: Int = 1) { page(page: { inner: { size: $n } }) }'],
    ['query ($n: String = "a") { page(page: { words: [$n] }) }'],
    ['query ($n: ID = 1) { nodes(ids: [$n]) }'],
    ['query ($n: [ID!] = []) { nodes(ids: $n) }'],
    ['query ($n: Boolean = true) { plain @include(if: $n) }'],
    ['query ($n: Boolean = true) { ...F } fragment F on Query { ... @skip(if: $n) { plain } }'],
  ])('may be null by their own type, and not where they stand: %s', (text) => {
    expect(codesOf(text, { n: null })).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(text, {})).toEqual([]);
    expect(codesOf(text)).toEqual([]);
  });

  it.each([
    ['query ($n: String) { list(after: $n) }'],
    ['query ($n: String = "a") { list(after: $n) }'],
    ['query ($n: Page) { page(page: $n) }'],
    ['query ($n: Page = { size: 1 }) { page(page: $n) }'],
    ['query A($n: String) { list(after: $n) } query B($n: Int) { list(first: $n) }', 'A'],
  ])('may be null where null may stand: %s', (text, name: string | undefined = undefined) => {
    const asked = readClientOperation(schema, parse(text), name);
    expect(compileMistakes(asked)({ n: null })).toEqual([]);
  });

  it('are told as mistakes, so many at most, however many there are', () => {
    const text = 'query ($ids: [ID!]!) { nodes(ids: $ids) }';
    expect(codesOf(text, { ids: [{}] })).toEqual(['BAD_USER_INPUT']);
    const codes = codesOf(text, { ids: Array.from({ length: 5_000 }, () => ({})) });
    expect(codes).toHaveLength(requestLimits.reportedErrors + 1);
    expect(codes.at(-1)).toBe('TOO_MANY_ERRORS');
  });

  it('of no name that every object has are given', () => {
    expect(codesOf('query ($toString: Int = 1) { list(first: $toString) }', {})).toEqual([]);
    expect(codesOf('query ($toString: Int!) { list(first: $toString) }', {})).toEqual(['BAD_USER_INPUT']);
  });
});
