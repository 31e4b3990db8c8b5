import {
  isObjectType,
  isSubtype,
  isValidLeafValue,
  isCompositeType,
  typenameFieldName,
  type CompositeType,
  type NamedType,
  type Schema,
} from '@apollo/federation-internals';
import type { Condition, FieldShape, FragmentShape, SelectionShape, TypeShape } from './response-shape';

type Values = Record<string, unknown>;

/** Thrown as soon as a value is not as the schema says: the library’s own walk then finds the words for it. */
export class NotClean extends Error {}

/**
 * Takes out of the merged answers of subgraphs what the client asked for. The same result as the library’s
 * `computeResponse` for answers that fit the schema, and NotClean for all others; objects come out in V8’s fast form,
 * which makes them cheap to serialise too.
 */
export class FastWalk {
  private readonly subtypes = new Map<CompositeType, Map<NamedType, boolean>>();
  private readonly composites = new Map<unknown, CompositeType>();

  constructor(private readonly schema: Schema) {}

  walk(shapes: readonly SelectionShape[], root: CompositeType, input: Values, variables: Readonly<Values>): Values {
    const output: Values = {};
    this.select(shapes, root, input, output, variables);
    return output;
  }

  private select(
    shapes: readonly SelectionShape[],
    parent: NamedType,
    input: Values,
    output: Values,
    variables: Readonly<Values>,
  ): void {
    for (const shape of shapes) {
      if (shape.conditions && isLeftOut(shape.conditions, variables)) continue;
      if (shape.kind === 'fragment') this.selectFragment(shape, parent, input, output, variables);
      else if (shape.kind === 'typename') output[shape.responseName] ??= this.typenameOf(shape, parent, input);
      else
        output[shape.responseName] = this.complete(
          shape.type,
          shape.selections,
          input[shape.responseName],
          output[shape.responseName],
          variables,
        );
    }
  }

  private selectFragment(
    { on, selections }: FragmentShape,
    parent: NamedType,
    input: Values,
    output: Values,
    variables: Readonly<Values>,
  ): void {
    if (on && !this.isOf(on, this.typeNamed(input[typenameFieldName]) ?? parent)) return;
    this.select(selections, on ?? parent, input, output, variables);
  }

  private typenameOf({ responseName }: FieldShape, parent: NamedType, input: Values): string {
    const type = this.typeNamed(input[responseName] ?? input[typenameFieldName]) ?? parent;
    if (!isObjectType(type)) throw new NotClean();
    return type.name;
  }

  /** The value of one place; `known` is what an earlier selection of the same name has put there. */
  private complete(
    shape: TypeShape,
    selections: readonly SelectionShape[] | undefined,
    input: unknown,
    known: unknown,
    variables: Readonly<Values>,
  ): unknown {
    if (known === null || (known !== undefined && !selections)) return known;
    if (input === null || input === undefined) {
      if (shape.nonNull) throw new NotClean();
      return null;
    }
    if (shape.kind === 'leaf') {
      if (!shape.plainlyTakes?.(input) && !isValidLeafValue(this.schema, input, shape.type as never))
        throw new NotClean();
      return input;
    }
    return shape.item
      ? this.completeList(shape.item, selections, input, known, variables)
      : this.completeObject(shape, selections ?? [], input, known, variables);
  }

  private completeList(
    item: TypeShape,
    selections: readonly SelectionShape[] | undefined,
    input: unknown,
    known: unknown,
    variables: Readonly<Values>,
  ): unknown[] {
    if (!Array.isArray(input) || (known !== undefined && !(Array.isArray(known) && known.length === input.length)))
      throw new NotClean();
    const before = known as unknown[] | undefined;
    const output: unknown[] = [];
    for (let index = 0; index < input.length; index++)
      output.push(this.complete(item, selections, input[index], before?.[index], variables));
    return output;
  }

  private completeObject(
    { type }: TypeShape,
    selections: readonly SelectionShape[],
    input: unknown,
    known: unknown,
    variables: Readonly<Values>,
  ): Values {
    if (typeof input !== 'object') throw new NotClean();
    const values = input as Values;
    const typename = values[typenameFieldName];
    const actual = typename === undefined || typename === '' ? (type as CompositeType) : this.compositeNamed(typename);
    const output = (known ?? {}) as Values;
    this.select(selections, actual, values, output, variables);
    return output;
  }

  private compositeNamed(name: unknown): CompositeType {
    const known = this.composites.get(name);
    if (known) return known;
    const type = this.typeNamed(name);
    if (!type || !isCompositeType(type)) throw new NotClean();
    this.composites.set(name, type);
    return type;
  }

  private typeNamed(name: unknown): NamedType | undefined {
    if (name === undefined || name === null) return undefined;
    const type = typeof name === 'string' ? this.schema.type(name) : undefined;
    if (!type) throw new NotClean();
    return type;
  }

  private isOf(condition: CompositeType, type: NamedType): boolean {
    const known = this.subtypes.get(condition) ?? new Map<NamedType, boolean>();
    this.subtypes.set(condition, known);
    const answer = known.get(type) ?? isSubtype(condition, type);
    known.set(type, answer);
    return answer;
  }
}

function isLeftOut(conditions: readonly Condition[], variables: Readonly<Values>): boolean {
  return conditions.some(({ directive, if: condition }) => {
    const value = typeof condition === 'string' ? variables[condition] : condition;
    if (typeof value !== 'boolean') throw new NotClean();
    return value === (directive === 'skip');
  });
}
