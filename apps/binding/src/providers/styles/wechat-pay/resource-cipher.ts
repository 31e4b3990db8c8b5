import { createDecipheriv } from 'node:crypto';
import { z } from 'zod';

/** Ciphertext of a notification's resource or of a platform certificate (“如何解密证书和回调报文”). */
export const encryptedResource = z.object({
  algorithm: z.literal('AEAD_AES_256_GCM'),
  /** Base64; the last 16 bytes are the tag. */
  ciphertext: z
    .string()
    .max(64 * 1024)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/),
  nonce: z.string().refine((text) => Buffer.byteLength(text) === 12, 'has not 12 bytes'),
  associated_data: z.string().max(64).nullish(),
});
export type EncryptedResource = z.infer<typeof encryptedResource>;

const tagBytes = 16;

/** The text that was encrypted with the APIv3 key; undefined where key, nonce, associated data and ciphertext do not belong together. */
export function decryptResource(
  { ciphertext, nonce, associated_data: associatedData }: EncryptedResource,
  apiV3Key: string,
): string | undefined {
  const bytes = Buffer.from(ciphertext, 'base64');
  if (bytes.length <= tagBytes) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(apiV3Key), Buffer.from(nonce), {
      authTagLength: tagBytes,
    });
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    decipher.setAAD(Buffer.from(associatedData ?? ''));
    // What final() rejects was forged, and nothing of it is given out.
    return Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
