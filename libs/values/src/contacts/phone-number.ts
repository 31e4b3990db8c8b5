import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { isSupportedCountry, parsePhoneNumberFromString as parseWithTypes } from 'libphonenumber-js/max';
import { toPlainTyping } from '../typing/plain-typing';

/** Longer text is no phone number, and is not looked at; what cannot be seen in it counts too. */
const textLengthMax = 256;
/** What is left of it when only that is there which a plain keyboard types. */
const plainLengthMax = 64;

/**
 * A phone as typed → E.164 (`+8613800138000`), or undefined when it cannot be a number of its country's numbering
 * plan. Without a `+` or `00` it is read as a Chinese one; spaces, dashes, digits of any script, what cannot be seen, and `tel:` URIs are fine.
 */
export function readPhoneNumber(text: string): string | undefined {
  if (text.length > textLengthMax) return undefined;
  const plain = toPlainTyping(text);
  const typed = /^tel:/i.test(plain) ? readTelUri(plain) : plain;
  if (typed === undefined || typed.length > plainLengthMax) return undefined;
  const number = parsePhoneNumberFromString(typed, { defaultCountry: 'CN', extract: false });
  return number?.isValid() && !number.ext ? number.number : undefined;
}

/**
 * The number of a `tel:` URI (RFC 3966, 3): parameters are about the call, but for the context that completes a local number, and for an extension or
 * subaddress, behind which somebody else may be.
 */
function readTelUri(uri: string): string | undefined {
  const [written = '', ...parameters] = uri.slice('tel:'.length).split(';');
  const valueOf = new Map(
    parameters.map((parameter) => {
      const [name = '', ...value] = parameter.split('=');
      return [name.trim().toLowerCase(), value.join('=')] as const;
    }),
  );
  if (valueOf.has('ext') || valueOf.has('isub')) return undefined;
  const number = decodePercent(written)?.trim();
  const context = valueOf.get('phone-context')?.trim();
  return context?.startsWith('+') && number && !number.startsWith('+') ? `${context}${number}` : number;
}

function decodePercent(text: string): string | undefined {
  try {
    return toPlainTyping(decodeURIComponent(text));
  } catch {
    return undefined;
  }
}

/** Countries by their ISO 3166-1 codes. */
export type Countries = readonly string[];

/** Where most holders live, written as `readCountries` reads it. Every country added is one whose text messages somebody pays for. */
export const countriesByDefault = 'CN,HK,MO,TW,SG';

/** A list as a person configures it, `CN, HK` → its countries; undefined when one of them is none, or there is none. */
export function readCountries(text: string): Countries | undefined {
  const codes = text.split(',').map((code) => code.trim().toUpperCase());
  return codes.every((code) => isSupportedCountry(code)) ? codes : undefined;
}

/**
 * Whether an E.164 number is one that text messages are sent to: a mobile phone of one of these countries; in those whose plan keeps the two apart nowhere
 * (as in North America) any subscriber. Landlines, freephone, shared-cost, premium, personal, pager, company and voice-mail numbers are none; nor are satellites
 * and other networks of no country, which cost as much as premium numbers.
 */
export function isMobileNumber(e164: string, countries: Countries): boolean {
  const number = parseWithTypes(e164);
  const type = number?.getType();
  return (
    number?.country !== undefined &&
    countries.includes(number.country) &&
    (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE')
  );
}

/**
 * The ISO 3166-1 alpha-2 country of an E.164 number by its whole plan: `US` and `CA` share the calling code 1. `ZZ`, which the standard leaves to users and
 * CLDR calls the unknown region, for networks of no country, numbers that no plan has, and text that is none.
 */
export const countryOf = (e164: string): string => parseWithTypes(e164)?.country ?? 'ZZ';

/** The country calling code of an E.164 number, e.g. 86. */
export const callingCodeOf = (e164: string): string | undefined => parsePhoneNumberFromString(e164)?.countryCallingCode;
