/** Longer text is nothing that people type or paste in one piece: it is cut, not looked at. */
const textLengthMax = 256;

/**
 * What stands in text without being seen: marks of direction, zero-width spaces and joiners, byte order marks, soft hyphens, tags, and the selectors that
 * make a digit a picture. Address books and chats put them around numbers.
 */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u20e3]/gu;
/** Dashes of all scripts, and what NFKC leaves of signs that look like one: minus and the bullet of lists. */
const dashes = /[\p{Pd}\u2212\u2043]/gu;
const spaces = /[\s\p{Z}]+/gu;
const digitsOfOtherScripts = /(?![0-9])\p{Nd}/gu;

/**
 * Text in which digits are meant, as a plain keyboard would have typed it: digits of every script are 0 to 9, full-width letters narrow, dashes `-`, spaces one
 * blank; what cannot be seen is gone. For phones, codes, numbers of cards and members; never for names, in which joiners have a meaning.
 */
export const toPlainTyping = (text: string): string =>
  text
    .slice(0, textLengthMax)
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(spaces, ' ')
    .replace(dashes, '-')
    .replace(digitsOfOtherScripts, toAsciiDigit)
    .trim();

/** The digits of a number as typed, in groups or not; undefined when there is anything else in it, or nothing. */
export function readDigits(text: string): string | undefined {
  if (text.length > textLengthMax) return undefined;
  const digits = toPlainTyping(text).replace(/[ .-]/g, '');
  return /^[0-9]+$/.test(digits) ? digits : undefined;
}

/** Decimal digits stand in Unicode in runs from zero to nine (The Unicode Standard, 4.6): a digit is as great as it is far from where its run begins. */
function toAsciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let distance = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(point - distance - 1))) distance += 1;
  return String(distance % 10);
}
