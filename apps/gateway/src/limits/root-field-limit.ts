import { GraphQLError, Kind, type ASTVisitor, type SelectionNode, type ValidationContext } from 'graphql';

/**
 * One request asks for few things: a thousand aliased logins must not be one request. The home screen has one
 * root field; a client that wants more than this sends more requests, which are counted.
 */
export const rootFieldsMax = 5;

/** Validation rule: refuses operations with more root fields, aliases and fragments included, than `rootFieldsMax`. */
export function rootFieldLimit(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (countFields(context, operation.selectionSet.selections, []) <= rootFieldsMax) return;
      const message = `At most ${rootFieldsMax} root fields in one request.`;
      context.reportError(new GraphQLError(message, { nodes: operation, extensions: { limitCode: 'TOO_MANY_ROOT_FIELDS', limit: rootFieldsMax } }));
    },
  };
}

/** `path` holds the fragments gone through, so that a cycle (refused by another rule) does not count for ever. */
function countFields(context: ValidationContext, selections: readonly SelectionNode[], path: readonly string[]): number {
  return selections.reduce((count, selection) => {
    if (selection.kind === Kind.FIELD) return count + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return count + countFields(context, selection.selectionSet.selections, path);
    const name = selection.name.value;
    const fragment = path.includes(name) ? undefined : context.getFragment(name);
    return count + (fragment ? countFields(context, fragment.selectionSet.selections, [...path, name]) : 0);
  }, 0);
}
