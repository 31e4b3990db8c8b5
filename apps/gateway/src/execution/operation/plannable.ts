import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type InlineFragmentNode,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isAsked, withoutConditions, type ConditionValues } from './condition-values';
import type { ClientOperation } from './client-operation';
import type { GraphNames } from './graph-names';
import { withSourceVariables } from './variable-names';

type Type = GraphQLNamedType | undefined;

/** For what the conditions leave nothing of. */
const onlyTypename: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};

/**
 * The operation as the planner is asked for it under some conditions, undefined when there is nothing to ask subgraphs for. Fields and variables have
 * names of ours, introspection is answered without subgraphs, and what the planner does not see rightly is said otherwise:
 * - Conditions are gone. It forgets what is required for one field when it is asked for under a condition too, and fields below which nothing is left.
 * - An interface that is one object to a subgraph is not asked for another interface, but for the types that have both; else it gives up.
 */
export const toPlannable = (
  asked: ClientOperation,
  names: GraphNames,
  conditions: ConditionValues,
): DocumentNode | undefined => new Translation(asked, names, conditions).document();

class Translation {
  private readonly found = new Map<string, FragmentDefinitionNode | undefined>();

  constructor(
    private readonly asked: ClientOperation,
    private readonly names: GraphNames,
    private readonly conditions: ConditionValues,
  ) {}

  document(): DocumentNode | undefined {
    const { schema, operation } = this.asked;
    const selectionSet = this.set(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
    if (!selectionSet) return undefined;
    const used = [...this.found.values()].flatMap((fragment) => fragment ?? []);
    return withSourceVariables({ kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...used] });
  }

  private set(set: SelectionSetNode, parent: Type): SelectionSetNode | undefined {
    const selections = set.selections.flatMap((each) => this.selection(each, parent));
    return selections.length > 0 ? { ...set, selections } : undefined;
  }

  private selection(selection: SelectionNode, parent: Type): readonly SelectionNode[] {
    if (!isAsked(selection.directives, this.conditions)) return [];
    const directives = withoutConditions(selection.directives);
    if (selection.kind === Kind.FIELD)
      return isIntrospection(selection) ? [] : [this.field({ ...selection, directives }, parent)];
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
    const fragment = isSpread ? this.asked.fragments[selection.name.value] : selection;
    if (!fragment) return [];
    const { typeCondition, selectionSet } = fragment;
    const types = typeCondition && this.typesInstead(this.typeNamed(typeCondition), parent);
    if (types)
      return types.flatMap((type) => this.inline({ typeCondition: nodeOf(type), selectionSet, directives }, type));
    if (isSpread) return this.fragment(selection.name.value) ? [{ ...selection, directives }] : [];
    return this.inline(
      { typeCondition, selectionSet, directives },
      typeCondition ? this.typeNamed(typeCondition) : parent,
    );
  }

  private inline(fragment: Omit<InlineFragmentNode, 'kind'>, type: Type): readonly InlineFragmentNode[] {
    const selectionSet = this.set(fragment.selectionSet, type);
    return selectionSet ? [{ ...fragment, kind: Kind.INLINE_FRAGMENT, selectionSet }] : [];
  }

  private field(field: FieldNode, parent: Type): FieldNode {
    const own = field.name.value;
    const source = this.names.sourceName(field);
    const alias = source === own ? undefined : { kind: Kind.NAME as const, value: source };
    if (!field.selectionSet) return { ...field, alias };
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[own] : undefined;
    const selectionSet = this.set(field.selectionSet, definition && getNamedType(definition.type));
    return { ...field, alias, selectionSet: selectionSet ?? onlyTypename };
  }

  private fragment(name: string): FragmentDefinitionNode | undefined {
    if (this.found.has(name)) return this.found.get(name);
    const fragment = this.asked.fragments[name];
    const selectionSet = fragment && this.set(fragment.selectionSet, this.typeNamed(fragment.typeCondition));
    const translated = selectionSet && { ...fragment, selectionSet };
    this.found.set(name, translated);
    return translated;
  }

  /** The types that are asked for instead of an interface or a union, where that cannot be planned; undefined where it can. */
  private typesInstead(on: Type, parent: Type): readonly GraphQLObjectType[] | undefined {
    const { schema } = this.asked;
    const { interfaceObjects } = this.names;
    if (on === parent) return undefined;
    if (isObjectType(parent) && parent.getInterfaces().some(({ name }) => interfaceObjects.has(name)))
      return isAbstractType(on) && schema.isSubType(on, parent) ? [parent] : [];
    if (!isAbstractType(on)) return undefined;
    if (!isInterfaceType(parent) || !interfaceObjects.has(parent.name) || schema.isSubType(on, parent))
      return undefined;
    return schema.getPossibleTypes(parent).filter((type) => schema.isSubType(on, type));
  }

  private typeNamed({ name }: NamedTypeNode): Type {
    return this.asked.schema.getType(name.value);
  }
}

const nodeOf = ({ name: value }: GraphQLObjectType): NamedTypeNode => ({
  kind: Kind.NAMED_TYPE,
  name: { kind: Kind.NAME, value },
});

const isIntrospection = ({ name: { value } }: FieldNode) => value === '__schema' || value === '__type';
