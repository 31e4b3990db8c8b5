/** A loader's batch: what was found, in the order that was asked for. */
export function byId<Row extends { readonly id: string }>(find: (ids: readonly string[]) => Promise<Row[]>) {
  return async (ids: readonly string[]): Promise<(Row | null)[]> => {
    const rows = new Map((await find(ids)).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  };
}

export function groupedBy<Row>(find: (keys: readonly string[]) => Promise<Row[]>, keyOf: (row: Row) => string) {
  return async (keys: readonly string[]): Promise<Row[][]> => {
    const rows = await find(keys);
    return keys.map((key) => rows.filter((row) => keyOf(row) === key));
  };
}
