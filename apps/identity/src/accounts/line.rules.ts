import { err, invalidField, isWellFormed, ok, type InvalidInput, type Result } from '@bindery/kernel';

/** Characters that change how a line is shown without being seen: controls and directions of writing. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** A line of text that people see: trimmed, 1 to `longest` characters (code points), nothing invisible in it. */
export function checkLine(field: string, text: string, longest: number): Result<string, InvalidInput> {
  const trimmed = text.normalize('NFC').trim();
  const length = [...trimmed].length;
  const shown = isWellFormed(trimmed) && !unseen.test(trimmed);
  return length >= 1 && length <= longest && shown ? ok(trimmed) : err(invalidField(field));
}
