import { randomBytes } from 'node:crypto';
import type { MakeProviderKeys } from './provider-keys';

/** One secret that both sides sign with. */
export const makeGenericKeys: MakeProviderKeys = () => {
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  return { platform: { secret }, provider: { secret } };
};
