import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { ownTypes } from './finding';

export interface SchemaElement {
  readonly kind: 'type' | 'field' | 'argument' | 'input field' | 'enum value';
  /** Schema coordinate, e.g. `Query.card(id:)`. */
  readonly at: string;
  readonly name: string;
  /** The named type that it is in, or that it is. */
  readonly owner: GraphQLNamedType;
  readonly description: string;
  readonly deprecationReason?: string;
  /** Of fields, arguments and input fields. */
  readonly type?: GraphQLInputType | GraphQLOutputType;
}

interface Described {
  readonly name: string;
  readonly description?: string | null;
  readonly deprecationReason?: string | null;
  readonly type?: GraphQLInputType | GraphQLOutputType;
}

/** Everything in the graph that has a name and can have a description. */
export function schemaElements(schema: GraphQLSchema): readonly SchemaElement[] {
  return ownTypes(schema).flatMap((type) => [toElement('type', type.name, type, type), ...membersOf(type)]);
}

function membersOf(type: GraphQLNamedType): readonly SchemaElement[] {
  if (isEnumType(type))
    return type.getValues().map((value) => toElement('enum value', `${type.name}.${value.name}`, value, type));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) =>
      toElement('input field', `${type.name}.${field.name}`, field, type),
    );
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const at = `${type.name}.${field.name}`;
    return [
      toElement('field', at, field, type),
      ...field.args.map((argument) => toElement('argument', `${at}(${argument.name}:)`, argument, type)),
    ];
  });
}

function toElement(
  kind: SchemaElement['kind'],
  at: string,
  { name, description, deprecationReason, type }: Described,
  owner: GraphQLNamedType,
): SchemaElement {
  return {
    kind,
    at,
    name,
    owner,
    description: description ?? '',
    ...(deprecationReason ? { deprecationReason } : {}),
    ...(type ? { type } : {}),
  };
}
