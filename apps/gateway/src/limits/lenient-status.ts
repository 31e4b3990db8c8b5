import type { ApolloServerPlugin } from '@apollo/server';

/** What is wrong with a document or its variables, not with how much it asks for. */
const lenientCodes = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * Answers 200 to a document that is wrong where the client asks for `application/json` and nothing newer, as the GraphQL over HTTP
 * specification has it for clients that cannot tell an answer of the graph from one of a proxy. Limits stay 400.
 */
export const lenientStatus: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        if (response.http.status !== 400 || response.body.kind !== 'single') return;
        const accepted = request.http?.headers.get('accept')?.split(';')[0]?.trim();
        const { errors = [] } = response.body.singleResult;
        if (accepted === 'application/json' && errors.every(({ extensions }) => lenientCodes.has(String(extensions?.code)))) response.http.status = 200;
      },
    };
  },
};
