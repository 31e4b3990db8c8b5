import { makeAppleWalletKeys } from '@bindery/simulated-world';
import type { MakeProviderKeys } from './provider-keys';

/** A chain of certificates as Apple’s, of which the phones outside have the root only. */
export const makePassKeys: MakeProviderKeys = async () => ({ ...(await makeAppleWalletKeys()) });
