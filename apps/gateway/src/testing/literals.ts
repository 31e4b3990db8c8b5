import { getNullableType, isEnumType, isListType, type GraphQLInputType } from 'graphql';

const literals: Readonly<Record<string, string>> = {
  Int: '2',
  Float: '1.5',
  Boolean: 'true',
  DateTime: '"2026-05-01T08:00:00.000Z"',
  Duration: '"PT1H"',
};

/** Some value of the type, as it is written in a document. */
export function literalOf(given: GraphQLInputType): string {
  const type = getNullableType(given) as GraphQLInputType;
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  return literals[String(type)] ?? '"x"';
}
