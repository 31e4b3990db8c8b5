import { GraphQLError, type OperationDefinitionNode } from 'graphql';

/** Refuses with 400 an `operationName` that the document has not, and none where it has several operations; without it the planner would be handed nothing and fail as if it were our fault. */
export function refuseUnknownName(operation: OperationDefinitionNode | undefined): void {
  if (operation) return;
  const extensions = { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } };
  throw new GraphQLError(extensions.code, { extensions });
}
