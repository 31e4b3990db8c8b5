import type { GraphQLSchema } from 'graphql';

/**
 * Answers each reference by itself: what is thrown for one, at once or later, is the error of that one, whose place is null, and the others are
 * answered. The library throws out of its loop, so that one reference that cannot be answered would take all others along.
 */
export function answerEachReference(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const answer = field?.resolve;
  if (!field || !answer) return;
  field.resolve = (source, { representations }: { representations: readonly unknown[] }, context, info) =>
    representations.map(async (representation) => {
      const [entity] = answer(source, { representations: [representation] }, context, info) as [unknown];
      return entity;
    });
}
