import { GraphQLError } from 'graphql';

/** A field that always fails, with this code. */
export const refuse = (code: string) => (): never => {
  throw new GraphQLError(`refused: ${code}`, { extensions: { code } });
};
