import {
  buildASTSchema,
  GraphQLDeprecatedDirective,
  GraphQLSchema,
  isInterfaceType,
  Kind,
  parse,
  visit,
  type ASTNode,
  type ConstDirectiveNode,
} from 'graphql';
import { mayGo } from './deprecation';

/**
 * A released schema as clients may still count on it on that day (YYYY-MM-DD): without what was deprecated and whose day is over,
 * and without the types that only led to.
 */
export function withoutExpired(releasedSdl: string, today: string): GraphQLSchema {
  const kept = visit(parse(releasedSdl), { enter: (node: ASTNode) => (isExpired(node, today) ? null : undefined) });
  return reachable(buildASTSchema(kept));
}

function isExpired(node: ASTNode, today: string): boolean {
  const directives = 'directives' in node ? (node.directives as readonly ConstDirectiveNode[] | undefined) : undefined;
  const deprecated = directives?.find(({ name }) => name.value === GraphQLDeprecatedDirective.name);
  const reason = deprecated?.arguments?.find(({ name }) => name.value === 'reason')?.value;
  return reason?.kind === Kind.STRING && mayGo(reason.value, today);
}

/** Only what the roots lead to, the implementations of interfaces included. */
function reachable(schema: GraphQLSchema): GraphQLSchema {
  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    directives: schema.getDirectives(),
  };
  let pruned = new GraphQLSchema(roots);
  for (;;) {
    const interfaces = Object.values(pruned.getTypeMap()).filter(isInterfaceType);
    const types = interfaces.flatMap((each) => schema.getPossibleTypes(each));
    if (types.every(({ name }) => pruned.getType(name))) return pruned;
    pruned = new GraphQLSchema({ ...roots, types });
  }
}
