/** Resolves when whatever else is to be done, requests first of all, has had its turn. */
export const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
