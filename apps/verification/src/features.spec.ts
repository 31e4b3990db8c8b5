import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLArgument } from 'graphql';
import { bindingPhases } from '@bindery/event-contracts';
import { buildVerificationSubgraph } from './graphql/build-schema';

const { schema, sdl } = buildVerificationSubgraph();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('_'));

describe('verification schema', () => {
  it('is the committed one', () => expect(readFileSync(join(__dirname, '../schema.graphql'), 'utf8')).toBe(sdl));

  it('describes every type, field, argument and enum value', () => {
    const undescribed = types.flatMap((type) => {
      if (isEnumType(type))
        return type
          .getValues()
          .filter(({ description }) => !description)
          .map(({ name }) => `${type.name}.${name}`);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
      const ours = Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'));
      return ours.flatMap((field) => {
        const all: readonly GraphQLArgument[] = 'args' in field ? field.args : [];
        const args = all
          .filter(({ description }) => !description)
          .map(({ name }) => `${type.name}.${field.name}(${name})`);
        return field.description ? args : [`${type.name}.${field.name}`, ...args];
      });
    });
    expect(undescribed).toEqual([]);
  });

  it('knows the phases of the card machine', () => {
    const phase = schema.getType('BindingPhase');
    expect(isEnumType(phase) && phase.getValues().map(({ name }) => name)).toEqual([...bindingPhases]);
  });
});
