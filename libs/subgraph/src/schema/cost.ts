import {
  isInterfaceType,
  isObjectType,
  Kind,
  parseConstValue,
  parseType,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/**
 * Put on a field that hashes a password, sends a message or is a guess at a code: it weighs more than half of what the
 * gateway lets one request cost (10,000 points), so that one request asks for it once, under whatever alias.
 */
export const oncePerRequest = '@cost(weight: 6000)';

/** Put on a field for which somebody outside is asked while the caller waits: at most a few in one request. */
export const asksOutside = '@cost(weight: 1500)';

/** Put on a list that is usually so long, so that the cost of a query is worked out with this; where nothing is said the gateway takes five. */
export const listOfAbout = (size: number) => `@listSize(assumedSize: ${size})`;

/** Tells of every connection of a schema that its edges are as many as `first` or `last` says. IBM cost specification, `@listSize`. */
export function sizeConnections(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.args.some(({ name }) => name === 'first')) sizeByFirst(field);
  }
}

function sizeByFirst(field: GraphQLField<unknown, unknown>): void {
  const known = field.astNode?.directives ?? [];
  field.astNode = {
    kind: Kind.FIELD_DEFINITION,
    name: { kind: Kind.NAME, value: field.name },
    type: parseType(String(field.type)),
    ...field.astNode,
    directives: [...known, byFirst],
  };
}

const argument = (name: string, value: string) =>
  ({ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value: parseConstValue(value) }) as const;

const byFirst: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'listSize' },
  arguments: [
    argument('slicingArguments', '["first", "last"]'),
    argument('sizedFields', '["edges"]'),
    argument('requireOneSlicingArgument', 'false'),
  ],
};
