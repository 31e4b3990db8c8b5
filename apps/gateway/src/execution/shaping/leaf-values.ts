import { isEnumType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string' || isWhole(value),
  Boolean: (value) => typeof value === 'boolean',
  Int: isWhole,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
};

/** Whether a value that came from a subgraph is one of the type. Of scalars that the graph defines the subgraph knows what they are. */
export function takesValuesOf(type: GraphQLScalarType | GraphQLEnumType): (value: unknown) => boolean {
  if (!isEnumType(type)) return scalars[type.name] ?? anything;
  const names = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => names.has(value);
}

const anything = () => true;

/** Larger ones are written with an exponent. */
function isWhole(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) < 1e21;
}
