/** Some of a list that is too long for one screen. */
export interface PageOf<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** The page of that number; the last one where there are fewer. */
export function pageOf<T>(list: readonly T[], asked: number, size: number): PageOf<T> {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const page = Math.min(Math.max(1, asked), pages);
  return { items: list.slice((page - 1) * size, page * size), page, pages };
}
