/** A page of a list: what was asked for. */
export interface PageRequest {
  /** 1 to 100 */
  readonly first: number;
  /** Only what comes after the row of this sort key. */
  readonly after?: string;
}

/** A page of a list: what there is. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
}

/** Makes a page out of the `first + 1` rows that its query asked for. */
export function toPage<Row>(rowsAndOneMore: readonly Row[], { first }: PageRequest): Page<Row> {
  return { rows: rowsAndOneMore.slice(0, first), hasNextPage: rowsAndOneMore.length > first };
}
