import {
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  visit,
  type DirectiveNode,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';

/**
 * Under which name subgraphs are asked for a field of the client. The plan adds fields of its own, keys and what others require, to the same
 * objects; an alias that is called like one of them would be taken for it.
 */
export type SourceName = (field: FieldNode) => string;

/** A name that no field of the graph has, for aliases, and for what is required with arguments: the client may ask for it with others. */
export function createSourceNames(supergraph: GraphQLSchema): SourceName {
  const fields = Object.values(supergraph.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
  const withArguments = new Set(
    fields.flatMap(({ astNode }) => astNode?.directives ?? []).flatMap(requiredWithArguments),
  );
  let prefix = 'as_';
  while (fields.some(({ name }) => name.startsWith(prefix))) prefix = `_${prefix}`;
  return ({ alias, name: { value: name } }) => {
    // The type of an object is what it is, under whatever name it was asked for.
    if (name === '__typename') return name;
    const isPlain = (!alias || alias.value === name) && !withArguments.has(name) && !(name in Object.prototype);
    return isPlain ? name : `${prefix}${alias?.value ?? name}`;
  };
}

/** Names of fields in a `@requires` that are asked for with arguments, out of the supergraph’s own directives. */
function requiredWithArguments({ name, arguments: given = [] }: DirectiveNode): string[] {
  if (name.value !== 'join__field') return [];
  const names: string[] = [];
  for (const { name: argument, value } of given) {
    if (argument.value !== 'requires' || value.kind !== Kind.STRING) continue;
    visit(parse(`{ ${value.value} }`, { noLocation: true }), {
      Field: (field) => void (field.arguments?.length && names.push(field.name.value)),
    });
  }
  return names;
}
