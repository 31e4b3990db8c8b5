const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const opening = [0x7b, 0x5b];
const closing = [0x7d, 0x5d];
const blanks = [0x20, 0x09, 0x0a, 0x0d];

/**
 * The members of the outermost object of a JSON text in UTF-8, as the bytes they are written in: a signature is over these, and what a parser
 * makes of them is written otherwise (escaped slashes, numbers, order). Undefined for what is no object, or has a name twice.
 */
export function readRawMembers(json: Buffer): ReadonlyMap<string, Buffer> | undefined {
  const members = new Map<string, Buffer>();
  let at = skipBlanks(json, 0);
  if (json[at] !== 0x7b) return undefined;
  at = skipBlanks(json, at + 1);
  while (json[at] === quote) {
    const nameEnd = skipText(json, at);
    const name = readText(json.subarray(at, nameEnd));
    at = skipBlanks(json, nameEnd);
    if (name === undefined || members.has(name) || json[at] !== colon) return undefined;
    const start = skipBlanks(json, at + 1);
    const end = skipValue(json, start);
    members.set(name, json.subarray(start, end));
    at = skipBlanks(json, end);
    if (json[at] === comma) at = skipBlanks(json, at + 1);
    else break;
  }
  return json[at] === 0x7d && skipBlanks(json, at + 1) === json.length ? members : undefined;
}

function skipBlanks(json: Buffer, from: number): number {
  let at = from;
  while (blanks.includes(json[at] ?? 0)) at++;
  return at;
}

/** Behind the closing quotation mark. */
function skipText(json: Buffer, from: number): number {
  let at = from + 1;
  while (at < json.length && json[at] !== quote) at += json[at] === backslash ? 2 : 1;
  return at + 1;
}

/** Behind a value; whether it is one, whoever parses it says. */
function skipValue(json: Buffer, from: number): number {
  let depth = 0;
  let at = from;
  while (at < json.length) {
    const byte = json[at] ?? 0;
    if (byte === quote) {
      at = skipText(json, at);
      continue;
    }
    if (depth === 0 && (byte === comma || closing.includes(byte) || blanks.includes(byte))) break;
    if (opening.includes(byte)) depth++;
    if (closing.includes(byte)) depth--;
    at++;
  }
  return at;
}

/** The text that is written in quotation marks; undefined where it is none. */
export function readText(written: Buffer): string | undefined {
  try {
    const text: unknown = JSON.parse(written.toString('utf8'));
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}
