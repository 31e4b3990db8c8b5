import { areLines } from './one-line';
import { isWellFormed } from './well-formed';

/** What is asked of a field, and was not kept. Codes never change; their words are those of the graph. */
export const inputRules = [
  'REQUIRED',
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_MANY',
  'CHARACTERS',
  'FORMAT',
  'UNKNOWN',
  'NOT_WANTED',
] as const;
export type InputRule = (typeof inputRules)[number];

/** A field of what was asked cannot be right; the first fault found. Every use case that reads input may refuse with it. */
export interface InvalidInput {
  readonly kind: 'INVALID_INPUT';
  /** The field at fault, as a path from the input, e.g. `card.bank.number`. */
  readonly field: string;
  readonly rule: InputRule;
  /** How many characters, or elements, at least or at most. */
  readonly limit?: number;
}

/** The refusal for one field, e.g. `err(invalidField('consent.version', 'TOO_LONG', 64))`. */
export const invalidField = (field: string, rule: InputRule, limit?: number): InvalidInput => ({
  kind: 'INVALID_INPUT',
  field,
  rule,
  ...(limit !== undefined && { limit }),
});

/** What is wrong with a text of 1 to `longest` characters that are not all space; undefined when nothing is. */
export function faultOfText(field: string, text: string, longest: number): InvalidInput | undefined {
  if (text.trim() === '') return invalidField(field, 'REQUIRED');
  if (text.length > longest) return invalidField(field, 'TOO_LONG', longest);
  return isWellFormed(text) ? undefined : invalidField(field, 'CHARACTERS');
}

/** The same of words that somebody else reads: nothing in them hides, or turns, what is read. Lines may end as any keyboard ends them. */
export const faultOfWords = (field: string, words: string, longest: number): InvalidInput | undefined =>
  faultOfText(field, words, longest) ??
  (areLines(words.replaceAll('\r\n', '\n').replaceAll('\t', ' ')) ? undefined : invalidField(field, 'CHARACTERS'));
