import { parse } from 'graphql';
import { hasMoreValues } from './count-values';
import { refuseLargeDocument } from './document-size';
import { requestLimits } from './request-limits';

const { selections, equalPairs } = requestLimits;
const refusalOf = (text: string) => refuseLargeDocument(parse(text))?.code;
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
/** So many of one name are as many pairs as there may be. */
const equals = Math.floor((1 + Math.sqrt(1 + 8 * equalPairs)) / 2);

describe('the size of a document', () => {
  it.each([
    ['fields', (count: number) => `{ ${times(count, (i) => `a${i}: x`)} }`],
    [
      'fields of all operations',
      (count: number) =>
        `query A { ${times(count / 2, (i) => `a${i}`)} } query B { ${times(count - count / 2, (i) => `b${i}`)} }`,
    ],
    ['fragments without a name', (count: number) => `{ ${'... { '.repeat(count - 1)} x ${'} '.repeat(count - 1)} }`],
    [
      'what a fragment has, each time it is spread',
      (count: number) =>
        `{ ${times(10, (i) => `p${i} { ...F }`)} } fragment F on T { ${times(count / 10 - 2, (i) => `a${i}`)} }`,
    ],
    ['what nothing spreads', (count: number) => `{ x } fragment F on T { ${times(count - 1, (i) => `a${i}`)} }`],
  ])('is counted by its %s', (_what, document) => {
    expect(refusalOf(document(selections))).toBeUndefined();
    expect(refusalOf(document(selections + 10))).toBe('TOO_MANY_SELECTIONS');
  });

  it.each([
    ['in one selection', (count: number) => `{ ${times(count, () => 'x')} }`],
    ['under one alias', (count: number) => `{ ${times(count, () => 'x: y')} }`],
    ['in fragments', (count: number) => `{ ${times(count, () => '... { x }')} }`],
    ['in different types', (count: number) => `{ p { ${times(count, (i) => `... on T${i} { x }`)} } }`],
    [
      'of what is asked twice',
      (count: number) => `{ p { ${times(count / 2, () => 'x')} } p { ${times(count - count / 2, () => 'x')} } }`,
    ],
  ])('is counted by pairs of one name %s', (_what, document) => {
    expect(refusalOf(document(equals - 1))).toBeUndefined();
    expect(refusalOf(document(equals + 1))).toBe('TOO_MANY_REPEATS');
  });

  it('is counted by pairs of fragments in one place', () => {
    const document = (count: number) =>
      `{ ${times(count, (i) => `...F${i}`)} } ${times(count, (i) => `fragment F${i} on T { a${i} }`)}`;
    expect(refusalOf(document(equals - 1))).toBeUndefined();
    expect(refusalOf(document(equals + 1))).toBe('TOO_MANY_REPEATS');
  });

  it('is known soon of fragments that would be 2^60 fields, and of those that have no end', () => {
    const twice = times(60, (i) => `fragment F${i} on T { a { ...F${i + 1} } b { ...F${i + 1} } }`);
    expect(refusalOf(`{ ...F0 } ${twice} fragment F60 on T { x }`)).toBe('TOO_MANY_SELECTIONS');
    const inside = times(30, (i) => `fragment F${i} on T { ...F${i + 1} ... on T { ...F${i + 1} } }`);
    expect(refusalOf(`{ ...F0 } ${inside} fragment F30 on T { x }`)).toBe('TOO_MANY_SELECTIONS');
    expect(refusalOf('{ ...A } fragment A on T { x { ...B } } fragment B on T { y { ...A } ...B }')).toBeUndefined();
  });

  it('leaves an app room: the same three fields in twenty fragments on one object', () => {
    const fragments = times(12, (i) => `fragment F${i} on T { id __typename name a${i} b${i} c${i} }`);
    expect(refusalOf(`{ card { id ${times(12, (i) => `...F${i}`)} } } ${fragments}`)).toBeUndefined();
  });
});

describe('the values of variables', () => {
  it('are counted with what they stand in, as far as it matters', () => {
    expect(hasMoreValues({ a: 1, b: [1, null, 'x'] }, 6)).toBe(false);
    expect(hasMoreValues({ a: 1, b: [1, null, 'x'] }, 5)).toBe(true);
    expect(hasMoreValues(undefined, 1)).toBe(false);
    expect(hasMoreValues(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), 2_000)).toBe(true);
    expect(hasMoreValues(Array.from({ length: 100_000 }), 2_000)).toBe(true);
  });
});
