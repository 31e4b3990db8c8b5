import { err, invalidField, isWellFormed, ok, type InvalidInput, type Result } from '@bindery/kernel';

/** Characters that change how a line is shown without being seen: controls and directions of writing. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** A line of text that people see: trimmed, 1 to `longest` characters (code points), nothing invisible in it. */
export function checkLine(field: string, text: string, longest: number): Result<string, InvalidInput> {
  const trimmed = text.normalize('NFC').trim();
  const length = [...trimmed].length;
  if (length < 1) return err(invalidField(field, 'REQUIRED'));
  if (length > longest) return err(invalidField(field, 'TOO_LONG', longest));
  return isWellFormed(trimmed) && !unseen.test(trimmed) ? ok(trimmed) : err(invalidField(field, 'CHARACTERS'));
}
