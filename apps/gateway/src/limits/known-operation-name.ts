import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Answers 400 to an `operationName` that the document has not; without it the planner would be handed nothing and fail as if it were our fault. */
export const knownOperationName: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation) return;
        const extensions = { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } };
        throw new GraphQLError('There is no operation of that name in the document.', { extensions });
      },
    };
  },
};
