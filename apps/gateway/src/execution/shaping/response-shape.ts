import {
  isBooleanType,
  isCompositeType,
  isConditionalDirective,
  isCustomScalarType,
  isEnumType,
  isIDType,
  isIntType,
  isLeafType,
  isListType,
  isNonNullType,
  isStringType,
  typenameFieldName,
  Variable,
  type CompositeType,
  type FieldSelection,
  type FragmentSelection,
  type OperationElement,
  type SelectionSet,
  type Type,
} from '@apollo/federation-internals';

/** A type as it is walked: what it is, and whether null may stand there. */
export interface TypeShape {
  readonly nonNull: boolean;
  readonly kind: 'list' | 'composite' | 'leaf';
  readonly type: Type;
  /** Of a list: its items. */
  readonly item?: TypeShape;
  /** Of a leaf: true for values that need no look at the schema; most do not. */
  readonly plainlyTakes?: (value: unknown) => boolean;
}

/** `@skip` and `@include`, by a variable's name or a constant. */
export interface Condition {
  readonly directive: 'skip' | 'include';
  readonly if: string | boolean;
}

interface Conditional {
  readonly conditions?: readonly Condition[];
}

export interface FieldShape extends Conditional {
  readonly kind: 'field' | 'typename';
  readonly responseName: string;
  readonly type: TypeShape;
  readonly selections?: readonly SelectionShape[];
}

export interface FragmentShape extends Conditional {
  readonly kind: 'fragment';
  readonly on?: CompositeType;
  readonly selections: readonly SelectionShape[];
}

export type SelectionShape = FieldShape | FragmentShape;

/** Thrown for what the fast walk leaves to the one of the library: introspection, and names that objects have by themselves. */
export class NotForFastWalk extends Error {}

/** A selection set of the library as plain data, made once for a document instead of asked for at each value of each answer. */
export function shapeOf(selections: SelectionSet): readonly SelectionShape[] {
  return selections
    .selections()
    .map((selection) => (selection.kind === 'FieldSelection' ? shapeOfField(selection) : shapeOfFragment(selection)));
}

function shapeOfField({ element, selectionSet }: FieldSelection): FieldShape {
  const responseName = element.responseName();
  if (element.definition.isSchemaIntrospectionField() || responseName in Object.prototype)
    throw new NotForFastWalk(responseName);
  const kind = element.name === typenameFieldName ? 'typename' : 'field';
  return {
    kind,
    responseName,
    type: shapeOfType(element.definition.type as Type),
    selections: selectionSet && shapeOf(selectionSet),
    conditions: conditionsOf(element),
  };
}

const shapeOfFragment = ({ element, selectionSet }: FragmentSelection): FragmentShape => ({
  kind: 'fragment',
  on: element.typeCondition,
  selections: shapeOf(selectionSet),
  conditions: conditionsOf(element),
});

function shapeOfType(type: Type, nonNull = false): TypeShape {
  if (isNonNullType(type)) return shapeOfType(type.ofType, true);
  if (isListType(type)) return { nonNull, kind: 'list', type, item: shapeOfType(type.ofType as Type) };
  if (isCompositeType(type)) return { nonNull, kind: 'composite', type };
  if (isLeafType(type)) return { nonNull, kind: 'leaf', type, plainlyTakes: plainValuesOf(type) };
  throw new NotForFastWalk(String(type));
}

function plainValuesOf(type: Type): (value: unknown) => boolean {
  if (isCustomScalarType(type)) return () => true;
  if (isStringType(type) || isIDType(type)) return (value) => typeof value === 'string';
  if (isBooleanType(type)) return (value) => typeof value === 'boolean';
  if (isIntType(type)) return Number.isSafeInteger;
  if (!isEnumType(type)) return () => false;
  const names = new Set<unknown>(type.values.map(({ name }) => name));
  return (value) => names.has(value);
}

function conditionsOf(element: OperationElement): readonly Condition[] | undefined {
  const conditions = element.appliedDirectives.filter(isConditionalDirective).map((directive): Condition => {
    const { if: value } = directive.arguments() as { if: unknown };
    if (!(value instanceof Variable) && typeof value !== 'boolean') throw new NotForFastWalk(directive.name);
    return { directive: directive.name as 'skip' | 'include', if: value instanceof Variable ? value.name : value };
  });
  return conditions.length > 0 ? conditions : undefined;
}
