import { GraphQLError } from 'graphql';
import { ownValue, putOwn } from './own-value';
import type { FieldShape, ObjectShape, TypeShape } from './response-shape';

type Values = Record<string, unknown>;
type Path = readonly (string | number)[];

/** Stands for a value that may be neither there nor null: null goes up from it to the next place that takes it. */
const nothing = Symbol('nothing');

/**
 * The walk for answers that do not fit the schema: what does not fit is null, or the place above that may be, and is told with its path; what is absent is
 * null and not told.
 * What is no list or no object where one has to be is thrown, because nothing can be said of such an answer.
 */
export class CarefulWalk {
  readonly errors: GraphQLError[] = [];

  /** The object, or null where what is missing goes up to it. */
  walk(object: ObjectShape, input: Values): Values | null {
    const output = this.object(object, input, []);
    return output === nothing ? null : (output as Values | null);
  }

  private object(shape: ObjectShape, input: Values, path: Path, around?: string): unknown {
    const typename: unknown = input.__typename;
    if (typename !== undefined && typeof typename !== 'string')
      throw new Error(`Invalid non-string value ${String(typename)} for __typename at ${path.join()}`);
    const fields = shape.fieldsOf(typename);
    // Part of what was asked for would look like all that there is.
    if (!fields || fields.isUndecided)
      return this.tell(`Invalid __typename found for object at ${placeOf(path, shape.declared, around)}.`, path);
    const output: Values = {};
    for (const field of fields.all) {
      const value =
        field.kind === 'typename' ? fields.objectType : this.field(field, typename || shape.declared, input, path);
      if (value === nothing) return nothing;
      putOwn(output, field.responseName, value);
    }
    return output;
  }

  private field(field: FieldShape, typename: string, input: Values, path: Path): unknown {
    const value = ownValue(input, field.sourceName);
    return field.kind === 'whole' ? value : this.complete(field.type, value, [...path, field.responseName], typename);
  }

  /** `typename` is of the object around. */
  private complete(shape: TypeShape, value: unknown, path: Path, typename: string): unknown {
    const before = this.errors.length;
    const completed = value === null || value === undefined ? null : this.present(shape, value, path, typename);
    if (completed !== null && completed !== nothing) return completed;
    if (!shape.nonNull) return null;
    // What is not there at all is of an entity that nobody knows, or of a fetch that failed, which is told itself: null, and no fault of its own.
    if (this.errors.length === before && completed === null && value !== undefined)
      this.tell(`Cannot return null for non-nullable ${placeOf(path, shape.name, typename)}.`, path);
    return nothing;
  }

  private present(shape: TypeShape, value: unknown, path: Path, typename: string): unknown {
    if (shape.takes)
      return shape.takes(value)
        ? value
        : this.tell(`Invalid value found for ${placeOf(path, shape.name, typename)}.`, path);
    if (shape.object) {
      if (typeof value !== 'object')
        throw new Error(
          `Invalid non-object value ${String(value)} returned by subgraph for composite type ${shape.name}`,
        );
      return this.object(shape.object, value as Values, path, typename);
    }
    const { item } = shape;
    if (!item) return null;
    if (!Array.isArray(value))
      throw new Error(`Invalid non-list value ${String(value)} returned by subgraph for list type ${shape.name}`);
    const items = value.map((each: unknown, index) => this.complete(item, each, [...path, index], typename));
    return items.includes(nothing) ? nothing : items;
  }

  private tell(message: string, path: Path): null {
    this.errors.push(new GraphQLError(message, { path }));
    return null;
  }
}

function placeOf(path: Path, name: string, typename?: string): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `array element of type ${name} at index ${last}` : `field ${typename}.${last}`;
}
