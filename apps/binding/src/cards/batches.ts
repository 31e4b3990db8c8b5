/** A loader's batch: what was found, in the order that was asked for. */
export function byId<Key extends string, Row extends { readonly id: Key }>(
  find: (ids: readonly Key[]) => Promise<Row[]>,
) {
  return async (ids: readonly Key[]): Promise<(Row | null)[]> => {
    const rows = new Map((await find(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  };
}

export function groupedBy<Key extends string, Row>(
  find: (keys: readonly Key[]) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
) {
  return async (keys: readonly Key[]): Promise<Row[][]> => {
    const rows = await find(keys);
    return keys.map((key) => rows.filter((row) => keyOf(row) === key));
  };
}
