import { Raw, type FindOperator } from 'typeorm';

/** A page of a list: what was asked for. Keys name places in the order of the list; what was given as one has been looked at before. */
export interface PageRequest {
  /** How many at most, 1 to 100. */
  readonly first: number;
  /** Only what comes after the row of this sort key. */
  readonly after?: string;
  /** Only what comes before the row of this sort key. */
  readonly before?: string;
  /** The last ones of what is left, not the first ones; in the order of the list all the same. */
  readonly fromEnd?: boolean;
}

/** A page of a list: what there is. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

type Order = 'ASC' | 'DESC';

/**
 * How the rows of a page and one more are read, in the order in which they have to come for `toPage`. `keys` are the columns of the list's order,
 * `order` its direction; `read` takes a key apart into the values of the columns.
 */
export function pageOf(
  { first, after, before, fromEnd = false }: PageRequest,
  order: Order,
  read: (key: string) => readonly unknown[] = (key) => [key],
) {
  const [beyond, upTo] = order === 'ASC' ? ['>', '<'] : ['<', '>'];
  const bounds = [
    ...(after === undefined ? [] : [{ sign: beyond, values: read(after) }]),
    ...(before === undefined ? [] : [{ sign: upTo, values: read(before) }]),
  ];
  const direction: Order = (order === 'ASC') === fromEnd ? 'DESC' : 'ASC';
  return {
    direction,
    take: first + 1,
    /** The condition in SQL, its values from `$next` on; true when there is none. */
    condition(keys: readonly string[], next: number): { readonly sql: string; readonly values: readonly unknown[] } {
      const row = (names: readonly string[]) => (names.length === 1 ? names[0] : `(${names.join(', ')})`);
      const parts = bounds.map(({ sign, values }, bound) => {
        const places = values.map((_value, index) => `$${next + bound * values.length + index}`);
        return `${row(keys)} ${sign} ${row(places)}`;
      });
      return { sql: parts.join(' AND ') || 'true', values: bounds.flatMap(({ values }) => values) };
    },
    /** The condition on one column for `find`; an empty one when there is none. */
    where<Column extends string>(column: Column): Partial<Record<Column, FindOperator<never>>> {
      if (bounds.length === 0) return {};
      const values = Object.fromEntries(bounds.map(({ values: [value] }, bound) => [`bound${bound}`, value]));
      const sql = (name: string) => bounds.map(({ sign }, bound) => `${name} ${sign} :bound${bound}`).join(' AND ');
      return { [column]: Raw<never>(sql, values) } as Partial<Record<Column, FindOperator<never>>>;
    },
  };
}

/** Makes a page out of the `first + 1` rows that its query asked for by `pageOf`. */
export function toPage<Row>(
  rowsAndOneMore: readonly Row[],
  { first, after, before, fromEnd = false }: PageRequest,
): Page<Row> {
  const rows = rowsAndOneMore.slice(0, first);
  const goesOn = rowsAndOneMore.length > first;
  return fromEnd
    ? { rows: rows.reverse(), hasPreviousPage: goesOn, hasNextPage: before !== undefined }
    : { rows, hasNextPage: goesOn, hasPreviousPage: after !== undefined };
}
