import { ownValue, putOwn } from './own-value';
import type { Fields, FieldShape, ObjectShape, TypeShape } from './response-shape';

type Values = Record<string, unknown>;

/** Thrown as soon as a value is not as the schema says: the careful walk then finds the places and the words for it. */
export class NotClean extends Error {}

/**
 * Takes out of the merged answers of subgraphs what the client asked for. Objects come out in V8’s fast form, which makes them cheap to
 * serialise too. Throws NotClean for an answer that does not fit the schema.
 */
export function walkFast(object: ObjectShape, input: Values): Values {
  const fields = object.fieldsOf(input.__typename);
  if (!fields || fields.isUndecided) throw new NotClean();
  const output: Values = {};
  for (const field of fields.all) {
    if (field.isOdd)
      putOwn(output, field.responseName, completeField(field, fields, ownValue(input, field.sourceName)));
    else output[field.responseName] = completeField(field, fields, input[field.sourceName]);
  }
  return output;
}

function completeField(field: FieldShape, { objectType }: Fields, value: unknown): unknown {
  if (field.kind === 'field') return complete(field.type, value);
  if (field.kind === 'whole') return value;
  return objectType;
}

function complete(shape: TypeShape, value: unknown): unknown {
  if (value === null || value === undefined) {
    if (shape.nonNull) throw new NotClean();
    return null;
  }
  if (shape.takes) {
    if (!shape.takes(value)) throw new NotClean();
    return value;
  }
  if (shape.object) {
    if (typeof value !== 'object') throw new NotClean();
    return walkFast(shape.object, value as Values);
  }
  return completeList(shape.item as TypeShape, value);
}

function completeList(item: TypeShape, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new NotClean();
  const output: unknown[] = [];
  for (const each of value as readonly unknown[]) output.push(complete(item, each));
  return output;
}
