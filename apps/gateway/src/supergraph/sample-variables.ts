import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** Some value for each variable that an operation needs: enough for it to be planned, not to be right. */
export function sampleVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Record<string, unknown> {
  return Object.fromEntries(
    variableDefinitions.map(({ variable, type }) => [
      variable.name.value,
      sampleOf(typeFromAST(schema, type as never) as GraphQLInputType | undefined),
    ]),
  );
}

const scalars: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2026-01-01T00:00:00.000Z',
  Duration: 'PT1S',
};

function sampleOf(given: GraphQLInputType | undefined): unknown {
  const type = given && (getNullableType(given) as GraphQLInputType);
  if (!type) return null;
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return scalars[type.name] ?? 'sample';
  const needed = Object.values(type.getFields()).filter(isRequiredInputField);
  // Exactly one field, of any: an input of which one is chosen.
  const fields = type.isOneOf ? Object.values(type.getFields()).slice(0, 1) : needed;
  return Object.fromEntries(fields.map((field) => [field.name, sampleOf(field.type)]));
}
