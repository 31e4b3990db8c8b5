const pageSize = 500;

/** Reads a long list page by page, each after the last of the one before, and does something about each. */
export async function eachPage<One, Id>(
  read: (after: Id | null, limit: number) => Promise<readonly One[]>,
  idOf: (one: One) => Id,
  work: (page: readonly One[]) => Promise<void>,
): Promise<void> {
  for (let after: Id | null = null; ;) {
    const page: readonly One[] = await read(after, pageSize);
    const last = page.at(-1);
    if (last === undefined) return;
    await work(page);
    if (page.length < pageSize) return;
    after = idOf(last);
  }
}
