import 'reflect-metadata';
import { execute, parse, type ExecutionResult } from 'graphql';
import { Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { Feature } from './feature';
import { toSubgraph } from './to-subgraph';

@Directive('@key(fields: "id")')
@ObjectType()
class Shelf {
  @Field(() => ID)
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType()
class Cup {
  @Field(() => ID)
  id!: string;
}

@Resolver()
class CupboardResolver {
  @Query(() => Shelf)
  shelf(): Shelf {
    return Object.assign(new Shelf(), { id: 'shelf_1' });
  }

  @Query(() => Cup)
  cup(): Cup {
    return Object.assign(new Cup(), { id: 'cup_1' });
  }
}

const classes = [{ resolvers: [CupboardResolver] }];
const shelves: Feature = {
  resolvers: [new CupboardResolver()],
  references: { Shelf: ({ id }) => Object.assign(new Shelf(), { id }) },
};
const cups: Feature = { references: { Cup: ({ id }) => Object.assign(new Cup(), { id }) } };

describe('toSubgraph', () => {
  it('answers the references of all features', async () => {
    const { schema } = toSubgraph(classes, [shelves, cups]);
    const document = parse(
      '{ _entities(representations: [{ __typename: "Cup", id: "c" }, { __typename: "Shelf", id: "s" }]) { __typename ... on Cup { id } ... on Shelf { id } } }',
    );
    const { data } = (await execute({ schema, document, contextValue: {} })) as ExecutionResult;
    expect(data?.['_entities']).toEqual([
      { __typename: 'Cup', id: 'c' },
      { __typename: 'Shelf', id: 's' },
    ]);
  });

  it('answers each reference by itself: what cannot be answered is null, with its error, and takes no other along', async () => {
    const throwing: Feature = {
      references: {
        Cup: ({ id }) => {
          if (id === 'at once') throw new Error('broken at once');
          return id === 'later' ? Promise.reject(new Error('broken later')) : Object.assign(new Cup(), { id });
        },
      },
    };
    const { schema } = toSubgraph(classes, [shelves, throwing]);
    const document = parse(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Cup { id } ... on Shelf { id } } }',
    );
    const reference = (__typename: string, id?: string) => ({ __typename, id });
    const r = [
      reference('Cup', 'at once'),
      reference('Shelf', 's'),
      reference('Saucer', 'of no type here'),
      reference('Cup', 'later'),
      reference('__proto__', 'p'),
      {},
      reference('Cup', 'c'),
    ];
    const { data, errors } = await execute({ schema, document, variableValues: { r }, contextValue: {} });
    expect(data?.['_entities']).toEqual([null, { id: 's' }, null, null, null, null, { id: 'c' }]);
    expect(errors?.map(({ path }) => path?.[1])).toEqual(expect.arrayContaining([0, 2, 3, 4, 5]));
  });

  it('is not made when two features answer references to one entity', () => {
    expect(() => toSubgraph(classes, [shelves, cups, { references: { Cup: () => null } }])).toThrow(
      'two features answer references to Cup',
    );
  });
});
