import { deepMerge } from '@apollo/gateway/dist/utilities/deepMerge';
import { isObjectOfType } from '@apollo/gateway/dist/dataRewrites';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { isOfType } from './is-of-type';
import { mergeInto } from './merge';

/** As JSON brings them, with names that every object has among them. */
const key = fc.constantFrom('a', 'b', 'id', '__typename', 'constructor', 'toString', '__proto__');
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, 1, 0, '', 'text', true, false),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map(toObject),
  ),
}));
const object = fc.array(fc.tuple(key, value), { maxLength: 5 }).map(toObject);

function toObject(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return JSON.parse(
    `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`).join()}}`,
  ) as Record<string, unknown>;
}

function outcome(
  merge: (target: Record<string, unknown>, source: Record<string, unknown>) => unknown,
  pair: string,
): string {
  const [target, source] = JSON.parse(pair) as [Record<string, unknown>, Record<string, unknown>];
  try {
    merge(target, source);
    return JSON.stringify(target);
  } catch {
    return 'thrown';
  }
}

describe('the merging of two answers', () => {
  it('is that of the library, whatever both are', () => {
    fc.assert(
      fc.property(object, object, (target, source) => {
        const pair = JSON.stringify([target, source]);
        expect(outcome(mergeInto, pair)).toBe(outcome(deepMerge, pair));
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps the type that an object is known to be', () => {
    const merged = { of: [{ __typename: 'Film' }, { __typename: 'Media' }, {}] };
    const received = { of: [{ __typename: 'Media', id: '1' }, { __typename: 'Book' }, { __typename: 'Media' }] };
    mergeInto(merged, received, new Set(['Media']));
    expect(merged).toEqual({ of: [{ __typename: 'Film', id: '1' }, { __typename: 'Book' }, { __typename: 'Media' }] });
  });

  it('never writes to what all objects have in common', () => {
    mergeInto({}, JSON.parse('{"__proto__":{"spoilt":true},"constructor":{"spoilt":true}}') as Record<string, unknown>);
    expect([({} as { spoilt?: boolean }).spoilt, (Object as { spoilt?: boolean }).spoilt]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe('the type of an object in an answer', () => {
  const schema = buildSchema(
    'interface I { a: Int } type A implements I { a: Int } type B { a: Int } union U = A | B type Query { u: U }',
  );
  const names = ['A', 'B', 'I', 'U', 'Nothing', '', undefined];

  it.each(names.flatMap((name) => names.flatMap((condition) => (condition === undefined ? [] : [[name, condition]]))))(
    'is decided as by the library: %s on %s',
    (name, condition) => {
      for (const unsaid of [true, false])
        expect(isOfType(schema, { __typename: name }, condition ?? '', unsaid)).toBe(
          isObjectOfType(schema, { __typename: name }, condition ?? '', unsaid),
        );
    },
  );
});
