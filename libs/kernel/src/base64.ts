/*
 * Base64 as its encoder writes it (RFC 4648, 3.5): no other alphabet, no padding too much or too little, no bits that are thrown away.
 * Decoders of Node and of most libraries take more than that, so that one value would have many texts.
 */

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/;

const base64Url = /^(?:[\w-]{4})*(?:[\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?$/;

/** Whether a text is the only one that stands for its bytes in base64 (RFC 4648, 4), padded. The empty one is. */
export const isBase64 = (text: string): boolean => base64.test(text);

/** The same in base64url (RFC 4648, 5), without padding as in JOSE (RFC 7515, 2). */
export const isBase64Url = (text: string): boolean => base64Url.test(text);
