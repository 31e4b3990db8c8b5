declare class Held {
  private readonly held: true;
}

/**
 * What stands in a row that the transaction at hand has locked, or has just inserted: what a change of it asks for. The mark is a private
 * member, which exists for the compiler only: no literal has it, a spread loses it, so a copy with a part replaced is not locked any more.
 */
export type Locked<T extends object> = T & Held;

/** For the function of a repository that has just locked, inserted or saved the row; ESLint refuses it anywhere else. */
export const asLocked = <T extends object>(read: T): Locked<T> => read as Locked<T>;
