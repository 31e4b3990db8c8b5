import { err, invalidField, isWellFormed, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { cleanLine, lineLength } from '@bindery/values';

/** A line of text that people see: cleaned of what is not seen, then 1 to `longest` characters, as people count them. */
export function checkLine(field: string, text: string, longest: number): Result<string, InvalidInput> {
  if (!isWellFormed(text)) return err(invalidField(field, 'CHARACTERS'));
  const cleaned = cleanLine(text);
  const length = lineLength(cleaned);
  if (length < 1) return err(invalidField(field, 'REQUIRED'));
  return length > longest ? err(invalidField(field, 'TOO_LONG', longest)) : ok(cleaned);
}
