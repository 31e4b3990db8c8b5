import {
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { ClientOperation } from '../operation/client-operation';
import type { SourceName } from '../operation/source-names';
import { isAsked, type ConditionValues } from '../operation/condition-values';
import { takesValuesOf } from './leaf-values';
import { ObjectShape, type Fields, type FieldShape, type TypeShape } from './response-shape';

/** What a shape is made out of. */
export interface Shaping extends ClientOperation {
  readonly sourceName: SourceName;
}

/** The shape of an answer for one set of conditions. Each type of object is collected when the first of its kind comes. */
export function collectShape(shaping: Shaping, conditions: ConditionValues): ObjectShape {
  const { schema, operation } = shaping;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`the graph has no ${operation.operation}`);
  return new Collector(shaping, conditions).object(root, [operation.selectionSet]);
}

/** What is asked of one object, as far as it is collected: by name, and the fragments that were spread. */
interface Collected {
  readonly fields: Map<string, FieldNode[]>;
  readonly spread: Set<string>;
  /** It hangs on the type of the object, and all that is known of that is an interface. */
  isUndecided: boolean;
}

/** `CollectFields` of the GraphQL specification, so that keys come in its order. */
class Collector {
  constructor(
    private readonly shaping: Shaping,
    private readonly conditions: ConditionValues,
  ) {}

  object(declared: GraphQLCompositeType, sets: readonly SelectionSetNode[]): ObjectShape {
    const { schema } = this.shaping;
    const collect = (typename: string): Fields | undefined => {
      const type = typename === declared.name ? declared : schema.getType(typename);
      if (!type || !isCompositeType(type)) return undefined;
      const collected: Collected = { fields: new Map(), spread: new Set(), isUndecided: false };
      for (const set of sets) this.collect(type, set, collected);
      const all = [...collected.fields].flatMap(([name, nodes]) => this.field([type, declared], name, nodes) ?? []);
      const objectType = isObjectType(type) ? type.name : undefined;
      const asksType = all.some(({ kind }) => kind === 'typename');
      return { all, objectType, isUndecided: collected.isUndecided || (objectType === undefined && asksType) };
    };
    const possibleTypes = () =>
      isAbstractType(declared) ? schema.getPossibleTypes(declared).map(({ name }) => name) : [];
    return new ObjectShape(declared.name, collect, possibleTypes);
  }

  private collect(type: GraphQLCompositeType, { selections }: SelectionSetNode, collected: Collected): void {
    for (const selection of selections) {
      if (!isAsked(selection.directives, this.conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        const nodes = collected.fields.get(name);
        if (nodes) nodes.push(selection);
        else collected.fields.set(name, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.collectFragment(type, selection, collected);
      } else if (!collected.spread.has(selection.name.value)) {
        collected.spread.add(selection.name.value);
        const fragment = this.shaping.fragments[selection.name.value];
        if (fragment) this.collectFragment(type, fragment, collected);
      }
    }
  }

  private collectFragment(
    type: GraphQLCompositeType,
    { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
    collected: Collected,
  ): void {
    const condition = typeCondition?.name.value;
    if (this.applies(condition, type)) this.collect(type, selectionSet, collected);
    else if (isAbstractType(type))
      collected.isUndecided ||= this.shaping.schema
        .getPossibleTypes(type)
        .some((possible) => this.applies(condition, possible) && this.asksAnything(possible, selectionSet));
  }

  private asksAnything(type: GraphQLCompositeType, set: SelectionSetNode): boolean {
    const collected: Collected = { fields: new Map(), spread: new Set(), isUndecided: false };
    this.collect(type, set, collected);
    return collected.fields.size > 0;
  }

  private applies(condition: string | undefined, type: GraphQLCompositeType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const { schema } = this.shaping;
    const on = schema.getType(condition);
    return isAbstractType(on) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(on, type);
  }

  private field(
    types: readonly GraphQLCompositeType[],
    responseName: string,
    nodes: FieldNode[],
  ): FieldShape | undefined {
    const [first] = nodes;
    const [field] = types.flatMap((type) => (first && fieldOf(type, first.name.value, this.shaping.schema)) ?? []);
    if (!first || !field) return undefined;
    const sourceName = this.shaping.sourceName(first);
    return {
      kind: field.name === '__typename' ? 'typename' : field.name.startsWith('__') ? 'whole' : 'field',
      responseName,
      sourceName,
      isOdd: responseName in Object.prototype || sourceName in Object.prototype,
      type: this.type(field.type, nodes),
      nodes,
    };
  }

  private type(type: GraphQLOutputType, nodes: readonly FieldNode[], nonNull = false): TypeShape {
    if (isNonNullType(type)) return this.type(type.ofType, nodes, true);
    const name = String(type);
    if (isListType(type)) return { nonNull, kind: 'list', name, item: this.type(type.ofType, nodes) };
    if (!isCompositeType(type)) return { nonNull, kind: 'leaf', name, takes: takesValuesOf(type) };
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return { nonNull, kind: 'object', name, object: this.object(type, sets) };
  }
}

function fieldOf(
  type: GraphQLCompositeType,
  name: string,
  schema: GraphQLSchema,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  const ofRoot = [SchemaMetaFieldDef, TypeMetaFieldDef].find((field) => field.name === name);
  if (ofRoot && type === schema.getQueryType()) return ofRoot;
  return isUnionType(type) ? undefined : type.getFields()[name];
}
