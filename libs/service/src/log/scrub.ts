/** Characters; what is longer than any message of ours is data of somebody. */
const textMax = 500;

/** What looks like a person's data or a secret, wherever it stands in a text that others wrote. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\$(?:argon2|2[aby]|scrypt|pbkdf2)[^\s"']*/gi, '[hash]'],
  [/\beyJ[\w-]{8,}(?:\.[\w-]+)*/g, '[token]'],
  [/\bwhsec_[\w+/=-]+/g, '[secret]'],
  [/[^\s"'<>@]+@[^\s"'<>@]+\.[\w-]+/g, '[address]'],
  [/(?=[\w+-]*\d)(?=[\w+-]*[A-Z])(?=[\w+-]*[a-z])[\w+-]{32,}={0,2}/g, '[secret]'],
  // Phones, card numbers, codes: six digits or more, also in groups.
  [/\+?\d(?:[ .()-]{0,2}\d){5,}/g, '[digits]'],
];

/** A text for the log: cut, and without what looks like data of a person or a secret. */
export function scrub(text: string, longest = textMax): string {
  const cut = text.slice(0, longest);
  const scrubbed = secrets.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), cut);
  return text.length > longest ? `${scrubbed}… (${text.length} characters)` : scrubbed;
}
