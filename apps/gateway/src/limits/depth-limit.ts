import { GraphQLError, Kind, type ASTVisitor, type SelectionSetNode, type ValidationContext } from 'graphql';
import { limitRefusal, toExtensions } from '../refusals/refusal';
import { requestLimits } from './request-limits';

/** Validation rule: refuses operations that nest fields deeper than allowed, through fragments too. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (depthOf(context, operation.selectionSet, new Map()) <= requestLimits.depth) return;
      context.reportError(
        new GraphQLError('Too deep.', {
          nodes: operation,
          extensions: toExtensions(limitRefusal('TOO_DEEP', requestLimits.depth)),
        }),
      );
    },
  };
}

/** `known` holds each fragment's own depth, so that it is walked once; one in a cycle, which another rule refuses, counts nothing. */
function depthOf(context: ValidationContext, set: SelectionSetNode, known: Map<string, number>): number {
  let depth = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      depth = Math.max(depth, depthOfFragment(context, selection.name.value, known));
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      depth = Math.max(depth, depthOf(context, selection.selectionSet, known));
    // What a tool asks of the schema itself is deep by nature, costs nobody a fetch, and is off in production.
    else if (!selection.name.value.startsWith('__'))
      depth = Math.max(depth, 1 + (selection.selectionSet ? depthOf(context, selection.selectionSet, known) : 0));
  }
  return depth;
}

function depthOfFragment(context: ValidationContext, name: string, known: Map<string, number>): number {
  const before = known.get(name);
  if (before !== undefined) return before;
  known.set(name, 0);
  const fragment = context.getFragment(name);
  const depth = fragment ? depthOf(context, fragment.selectionSet, known) : 0;
  known.set(name, depth);
  return depth;
}
