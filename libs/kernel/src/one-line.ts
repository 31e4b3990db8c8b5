import { isWellFormed } from './well-formed';

/** Controls, ends of lines, and what turns the direction of all that follows: none of it is seen, and each makes a sentence say something else. */
const breaking = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** Whether text from outside can stand within a sentence for people: it is well formed and leaves the line, and what comes after it, as they are. */
export const isOneLine = (text: string): boolean => isWellFormed(text) && !breaking.test(text);

/** The same of a text of several lines. */
export const areLines = (text: string): boolean => text.split('\n').every((line) => isOneLine(line));
