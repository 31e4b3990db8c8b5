/** A flag of a region such as 🏴󠁧󠁢󠁳󠁣󠁴󠁿: a black flag, letters as tags, the end of them (UTS 51, ED-14a). */
const regionFlag = /\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F}/u;

/** Between two pictures: 👩 + joiner + 💻 is one person (UTS 51, 2.3). */
const joinerOfPictures =
  /(?<=\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D(?=\p{Extended_Pictographic})/u;

/**
 * Between two letters of a script that writes with joiners, e.g. the half-space of علی‌رضا, or after a sign that binds letters
 * (UAX 31, 2.3, A1 to B, loosened by the sign).
 */
const joinerOfLetters =
  /(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Tibetan}\p{Script=Myanmar}])[\u200C\u200D](?=[\p{L}\p{M}])/u;

/** Controls, directions of writing and other characters that are not seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** Takes the first that fits: what is kept stands before what goes. */
const keptOrUnseen = new RegExp(
  `(?<kept>${[regionFlag, joinerOfPictures, joinerOfLetters].map(({ source }) => source).join('|')})|${unseen.source}`,
  'gu',
);

/** Code units that are looked at: no name is longer, and composing a pile of signs takes time that grows with its square. */
const lookedAt = 1_024;

/**
 * A line as people see it: composed (NFC), trimmed, its spaces single, without what is not seen: controls, directions of writing,
 * halves of characters, and joiners where no script or picture needs them. Of a text longer than any name, its beginning.
 */
export function cleanLine(text: string): string {
  return text
    .slice(0, lookedAt)
    .replace(/[\t-\r\u0085\p{Z}]+/gu, ' ')
    .replace(keptOrUnseen, (match, ...rest) => ((rest.at(-1) as { kept?: string }).kept === undefined ? '' : match))
    .normalize('NFC')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Signs piled on one letter, at most: what people write needs fewer, and each counts as one character only. */
const codePointsPerGrapheme = 16;

/** Characters as people count them: 👩‍💻 is one (UAX 29); a pile of signs counts by what it is made of. */
export function lineLength(text: string): number {
  let length = 0;
  for (const { segment } of graphemes.segment(text)) length += lengthOf(segment);
  return length;
}

/** At most `longest` characters of a line, as people count them: none is cut apart. */
export function cutLine(text: string, longest: number): string {
  let [cut, length] = ['', 0];
  for (const { segment } of graphemes.segment(text)) {
    length += lengthOf(segment);
    if (length > longest) break;
    cut += segment;
  }
  return cut.trimEnd();
}

const lengthOf = (grapheme: string): number => Math.ceil([...grapheme].length / codePointsPerGrapheme);
