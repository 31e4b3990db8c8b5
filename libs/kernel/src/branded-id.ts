import { systemClock } from './clock';

import { randomFillSync } from 'node:crypto';

/** There is no such property: it only keeps apart what is text all the same. */
declare const idType: unique symbol;

/**
 * A global id of one type: a TypeID (https://github.com/jetify-com/typeid, v0.3), `<type>_<UUIDv7 in Crockford base32>`. They sort by creation
 * time, say what they name, and are all a GraphQL `node(id)` needs to find the owner. Text for whoever takes text; but text is no id, and a card's
 * is no binding's, until `newId`, `isId` or `parseId` has said so.
 */
export type Id<Type extends string> = string & { readonly [idType]: Type };

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const nil = '0'.repeat(26);
const pattern = /^([a-z]+(?:_[a-z]+)*)_([0-7][0-9a-hjkmnp-tv-z]{25})$/;

/** A fresh id of the given type. `now` is in milliseconds since the epoch. */
export function newId<Type extends string>(type: Type, now = systemClock.nowMs()): Id<Type> {
  return `${type}_${toBase32(uuidV7(now))}` as Id<Type>;
}

/** The type of an id, or undefined if the text is not a well-formed id. */
export function typeOfId(id: string): string | undefined {
  return pattern.exec(id)?.[1];
}

/** Whether the text is a well-formed id of that type; whether anything has it is another matter. */
export function isId<Type extends string>(type: Type, text: string): text is Id<Type> {
  return typeOfId(text) === type;
}

/** The text as an id of that type, or undefined if it is none. */
export function parseId<Type extends string>(type: Type, text: string): Id<Type> | undefined {
  return isId(type, text) ? text : undefined;
}

/**
 * The id of that type that a client or a provider gave, for looking something up. A text that is none names nothing: it becomes the id of all zeros
 * (the nil UUID of RFC 9562, 5.9), which `newId` never makes. So it is not found where, and only where, any other unknown id would not be found.
 */
export function givenId<Type extends string>(type: Type, text: string): Id<Type> {
  return parseId(type, text) ?? (`${type}_${nil}` as Id<Type>);
}

/** When an id was made, by the clock of whoever made it. */
export function timeOfId(id: Id<string>): Date {
  // 26 characters are 130 bits, the first two of them zero: the first ten are just the 48 bits of milliseconds.
  const digits = [...id.slice(-26, -16)];
  return new Date(digits.reduce((time, digit) => time * 32 + alphabet.indexOf(digit), 0));
}

/** RFC 9562, 5.7: 48 bits of milliseconds, version and variant, 74 random bits. */
function uuidV7(now: number): Uint8Array {
  const bytes = takeRandom();
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(now / 2 ** 32));
  view.setUint32(2, now % 2 ** 32);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes;
}

const bytesOfId = 16;
const random = new Uint8Array(256 * bytesOfId);
let taken = random.length;

/** Random bytes for one id, out of many that were asked for in one call, each used once: a call for so few costs more than all else of an id. */
function takeRandom(): Uint8Array {
  if (taken === random.length) {
    randomFillSync(random);
    taken = 0;
  }
  return random.slice(taken, (taken += bytesOfId));
}

/** 128 bits as 26 characters of five bits, most significant first; the first character holds three bits. */
function toBase32(bytes: Uint8Array): string {
  let text = '';
  let pending = 0;
  // As if two zero bits came first.
  let bits = 2;
  for (const byte of bytes) {
    pending = ((pending << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += alphabet.charAt((pending >> (bits - 5)) & 31);
  }
  return text;
}
