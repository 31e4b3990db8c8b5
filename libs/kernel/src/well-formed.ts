/** Half of a pair of UTF-16 without the other half, and NUL: neither PostgreSQL nor JSON in it takes them. */
const illFormed = /[\p{Cs}\0]/u;

/**
 * Whether text can be kept and passed on as it is. Text from outside is asked before it goes anywhere: what is not well formed
 * would fail, or turn into something else, in whichever service keeps it last.
 */
export const isWellFormed = (text: string): boolean => !illFormed.test(text);
