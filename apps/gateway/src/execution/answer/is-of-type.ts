import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** Whether an object of an answer is of a type, by what it says of itself; `unsaid` where it says nothing. */
export function isOfType(schema: GraphQLSchema, object: object, condition: string, unsaid = false): boolean {
  const { __typename: name } = object as { readonly __typename?: unknown };
  if (!name) return unsaid;
  if (name === condition) return true;
  const [type, conditionType] = [schema.getType(String(name)), schema.getType(condition)];
  return (
    isAbstractType(conditionType) &&
    (isObjectType(type) || isInterfaceType(type)) &&
    schema.isSubType(conditionType, type)
  );
}
