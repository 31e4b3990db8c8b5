import { createPrivateKey, createPublicKey } from 'node:crypto';
import { z } from 'zod';

/** What WeChat Pay has of its own, and knows of the merchant. Its certificates it makes itself. */
export const keys = z.strictObject({
  mchid: z.string().regex(/^\d{8,12}$/),
  appid: z.string().startsWith('wx'),
  planId: z.int().positive(),
  /** Of the merchant's API certificate; what belongs to it. */
  merchantSerial: z.string().regex(/^[0-9A-F]{16,64}$/),
  merchantPublicKey: z.string().transform((pem) => createPublicKey(pem)),
  apiV3Key: z.string().length(32),
  /** Beside certificates: the key that the merchant was given by hand. */
  platformPublicKeyId: z.string().startsWith('PUB_KEY_ID_'),
  platformPrivateKey: z.string().transform((pem) => createPrivateKey(pem)),
});
export type WeChatPayKeys = z.infer<typeof keys>;
