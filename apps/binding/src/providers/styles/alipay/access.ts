import { z } from 'zod';
import { rsaPrivateKey, rsaPublicKey } from './rsa-keys';

/** What a merchant has of Alipay's open platform, in public-key mode. */
export const access = z.strictObject({
  /** `https://openapi.alipay.com`, without a slash at the end; `/gateway.do` is below it. */
  baseUrl: z.url({ protocol: /^https?$/ }),
  appId: z.string().regex(/^[0-9]{8,32}$/),
  /** The merchant itself, `2088…`; messages about payments to somebody else are not ours. */
  sellerId: z.string().regex(/^2088[0-9]{12}$/),
  appPrivateKey: rsaPrivateKey,
  /** While Alipay changes its key both stand here, the newer first; then the older goes. */
  alipayPublicKeys: z.array(rsaPublicKey).min(1).max(3),
  /** What of Alipay's products the contract with it names. */
  personalProductCode: z.string().max(64).default('GENERAL_WITHHOLDING_P'),
  signScene: z.string().max(64).default('INDUSTRY|DIGITAL_WALLET'),
});
export type AlipayAccess = z.infer<typeof access>;
