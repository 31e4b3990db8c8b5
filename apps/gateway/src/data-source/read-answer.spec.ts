import { readAnswer } from './read-answer';

const asked = { variables: { representations: [{ __typename: 'Media', id: '1' }] } };
const mayBe = (found: string, as: string) => found === 'Book' && as === 'Media';
const read = (entities: readonly unknown[], expected: Parameters<typeof readAnswer>[1] = { ...asked, mayBe }) =>
  readAnswer({ statusCode: 200, body: JSON.stringify({ data: { _entities: entities } }), closing: false }, expected);

describe('entities in the answer of a subgraph', () => {
  it('may say what they are where they were asked for by an interface', () => {
    expect(read([{ __typename: 'Book', __key: '1' }])).toMatchObject({ data: { _entities: [{ __typename: 'Book' }] } });
    expect(read([{ __typename: 'Media', __key: '1' }])).toBeDefined();
    expect(read([null])).toBeDefined();
  });

  it('are refused when they cannot be what was asked for', () => {
    expect(() => read([{ __typename: 'Film', __key: '1' }])).toThrow('an entity that was not asked for');
    expect(() => read([{ __typename: 'Book', __key: '2' }])).toThrow('an entity that was not asked for');
    expect(() => read([{ __typename: 'Book', __key: '1' }], asked)).toThrow('an entity that was not asked for');
    expect(() => read([{ __typename: 7, __key: '1' }])).toThrow('an entity that was not asked for');
    expect(() => read([])).toThrow('another number of entities');
  });
});
