/** Characters; what is longer than any message of ours is data of somebody. */
const textMax = 500;

/** What looks like a person's data or a secret, wherever it stands in a text that others wrote. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\$(?:argon2|2[aby]|scrypt|pbkdf2)[^\s"']*/gi, '[hash]'],
  [/\beyJ[\w-]{8,}(?:\.[\w-]+)*/g, '[token]'],
  [/\bwhsec_[\w+/=-]+/g, '[secret]'],
  [/[^\s"'<>@]+@[^\s"'<>@]+\.[\w-]+/g, '[address]'],
  [/(?=[\w+-]*\d)(?=[\w+-]*[A-Z])(?=[\w+-]*[a-z])[\w+-]{32,}={0,2}/g, '[secret]'],
];

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
/** Of networks that nobody outside is in (RFC 1918, loopback, link-local, 0.0.0.0): so our programs name each other. Open addresses may be those of people. */
const ownHost = String.raw`(?:(?:10|127)\.${octet}\.${octet}|(?:192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.${octet}|0\.0\.0)\.${octet}(?::\d{1,5})?`;
/** Phones, card numbers, codes: six digits or more, also in groups. Where a program of ours listens is none of them. */
const hostsAndDigits = new RegExp(
  String.raw`(?<![\w.+-])(?<host>${ownHost})(?!(?:[ .()-]{0,2}|:)\d)|\+?\d(?:[ .()-]{0,2}\d){5,}`,
  'g',
);

/** A text for the log: cut, and without what looks like data of a person or a secret. */
export function scrub(text: string, longest = textMax): string {
  const cut = text.slice(0, longest);
  const withoutSecrets = secrets.reduce((kept, [pattern, instead]) => kept.replace(pattern, instead), cut);
  const scrubbed = withoutSecrets.replace(hostsAndDigits, (_found, host?: string) => host ?? '[digits]');
  return text.length > longest ? `${scrubbed}… (${text.length} characters)` : scrubbed;
}
