import { isObjectType, type GraphQLSchema } from 'graphql';

const declared = new Map<string, readonly string[]>();

/** Put on a type of Problem whose codes are others than the one of its name: `AlreadyBoundError` has ALREADY_BOUND without a word. */
export const ProblemCodes =
  (...codes: readonly string[]): ClassDecorator =>
  ({ name }) =>
    void declared.set(name, codes);

/** Says of each type of Problem which codes it has, in the description of its `code`: a client that reads the schema has them all. */
export function describeProblemCodes(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Problem')) continue;
    const { code } = type.getFields();
    if (code) code.description = `Stable code: ${(declared.get(type.name) ?? [codeOf(type.name)]).join(', ')}.`;
  }
}

/** AlreadyBoundError → ALREADY_BOUND. */
const codeOf = (type: string): string =>
  type
    .replace(/Error$/, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toUpperCase();
