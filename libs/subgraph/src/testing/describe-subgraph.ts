import { readFileSync } from 'node:fs';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLNamedType,
} from 'graphql';
import type { FeatureClasses } from '../compose/feature';
import { toSubgraph } from '../compose/to-subgraph';

/** The test of every subgraph’s schema: it is the committed one, and everything in it is described. */
export function describeSubgraph(name: string, classes: readonly FeatureClasses[], committedFile: string): void {
  const { schema, sdl } = toSubgraph(classes);
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('_'));

  describe(`the schema of ${name}`, () => {
    it('is the committed one', () => expect(readFileSync(committedFile, 'utf8')).toBe(sdl));

    it('describes every field, argument and enum value', () => expect(types.flatMap(undescribed)).toEqual([]));
  });
}

function undescribed(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return nameless(type.getValues()).map((value) => `${type.name}.${value}`);
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  const fields = Object.values(type.getFields()).filter((field) => !field.name.startsWith('_'));
  return [
    ...nameless(fields).map((field) => `${type.name}.${field}`),
    ...fields.flatMap((field) => {
      const args: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
      return nameless(args).map((arg) => `${type.name}.${field.name}(${arg})`);
    }),
  ];
}

const nameless = (all: readonly { readonly name: string; readonly description?: string | null }[]) =>
  all.filter(({ description }) => !description).map(({ name }) => name);
