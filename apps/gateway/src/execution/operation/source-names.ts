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

/**
 * A name that no field of the graph has: for aliases, and for a field that something requires where the two may have different arguments, be it
 * that the client gives some or that what is required has them.
 */
export function createSourceNames(supergraph: GraphQLSchema): SourceName {
  const fields = Object.values(supergraph.getTypeMap()).flatMap((type) =>
    isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
  );
  const required = fields.flatMap(({ astNode }) => astNode?.directives ?? []).flatMap(requiredBy);
  const names = new Set(required.map(nameOf));
  const withArguments = new Set(required.filter(hasArguments).map(nameOf));
  let prefix = 'as_';
  while (fields.some(({ name }) => name.startsWith(prefix))) prefix = `_${prefix}`;
  return (field) => {
    const [name, asked] = [field.name.value, field.alias?.value ?? field.name.value];
    // The type of an object is what it is, under whatever name it was asked for.
    if (name === '__typename') return name;
    const mayDiffer = withArguments.has(name) || (names.has(name) && hasArguments(field));
    const isPlain = asked === name && !mayDiffer && !(name in Object.prototype);
    return isPlain ? name : `${prefix}${asked}`;
  };
}

const nameOf = ({ name }: FieldNode) => name.value;
const hasArguments = ({ arguments: given = [] }: FieldNode) => given.length > 0;

/** The fields in a `@requires`, out of the supergraph’s own directives. */
function requiredBy({ name, arguments: given = [] }: DirectiveNode): FieldNode[] {
  if (name.value !== 'join__field') return [];
  const required: FieldNode[] = [];
  for (const { name: argument, value } of given) {
    if (argument.value !== 'requires' || value.kind !== Kind.STRING) continue;
    visit(parse(`{ ${value.value} }`, { noLocation: true }), { Field: (field) => void required.push(field) });
  }
  return required;
}
