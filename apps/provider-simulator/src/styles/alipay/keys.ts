import { z } from 'zod';

const pem = z.string().includes('-----BEGIN');

/** What Alipay has of a merchant, and its own keys. */
export const keys = z.strictObject({
  appId: z.string(),
  sellerId: z.string(),
  /** The merchant's; while it changes its key, both. */
  appPublicKeys: z.array(pem).min(1).max(3),
  /** The first signs, unless another is ordered to. */
  alipayPrivateKeys: z.array(pem).min(1).max(3),
});
export type AlipayKeys = z.infer<typeof keys>;
