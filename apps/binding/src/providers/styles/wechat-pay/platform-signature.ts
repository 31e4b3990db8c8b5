import { isUtf8 } from 'node:buffer';
import { createVerify, type KeyObject } from 'node:crypto';
import { err, ok, type Result } from '@bindery/kernel';
import type { SignatureError } from '../../signed/signature';

/** What answers and notifications carry in their headers. */
export interface PlatformSignature {
  /** Serial number of a platform certificate, or the id of a platform public key: `PUB_KEY_ID_…`. */
  readonly serial: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly signature: string;
}

/** The public key that a serial number or id names; undefined where nobody knows it. */
export type FindPlatformKey = (serial: string) => Promise<KeyObject | undefined>;

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** As the vendor's own libraries have it. */
const toleranceMs = 5 * 60_000;
const serialForm = /^[0-9A-Za-z_]{1,128}$/;
/** Longer nonces are none of the vendor's, whose are of 32 characters. */
const nonceLengthMax = 128;

/** Reads the four headers; undefined where one is lacking, comes twice or cannot be what it should be. */
export function readPlatformSignature(headers: Headers): PlatformSignature | undefined {
  const serial = headers['wechatpay-serial'];
  const timestamp = headers['wechatpay-timestamp'];
  const nonce = headers['wechatpay-nonce'];
  const signature = headers['wechatpay-signature'];
  if (typeof serial !== 'string' || typeof timestamp !== 'string') return undefined;
  if (typeof nonce !== 'string' || typeof signature !== 'string') return undefined;
  const possible = serialForm.test(serial) && /^\d{1,12}$/.test(timestamp) && nonce.length <= nonceLengthMax;
  return possible ? { serial, timestamp, nonce, signature } : undefined;
}

/** Whether the signature is over exactly these bytes. Three lines, each ended by a line feed (“如何验证签名”). */
export function fitsKey({ timestamp, nonce, signature }: PlatformSignature, body: Buffer, key: KeyObject): boolean {
  const verifier = createVerify('RSA-SHA256').update(`${timestamp}\n${nonce}\n`).update(body).update('\n');
  // Base64 decoders pass over what is none; one signature shall have one spelling.
  const bytes = Buffer.from(signature, 'base64');
  return bytes.toString('base64') === signature && verifier.verify(key, bytes);
}

/** Checks the time before the key, so that an old message makes nobody ask for keys. The text of the body, when all is good. */
export async function verifyPlatform(
  { headers, body }: { readonly headers: Headers; readonly body: Buffer },
  now: Date,
  findKey: FindPlatformKey,
): Promise<Result<string, SignatureError>> {
  const given = readPlatformSignature(headers);
  if (!given) return err({ kind: 'SIGNATURE_REQUIRED' });
  if (Math.abs(now.getTime() - Number(given.timestamp) * 1000) > toleranceMs) return err({ kind: 'SIGNATURE_EXPIRED' });
  const key = await findKey(given.serial);
  if (!key || !fitsKey(given, body, key) || !isUtf8(body)) return err({ kind: 'SIGNATURE_INVALID' });
  return ok(body.toString('utf8'));
}
