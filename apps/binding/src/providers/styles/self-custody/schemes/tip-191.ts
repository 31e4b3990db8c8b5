import { toTronAddress } from '../../../kinds/crypto-address/forms/tron';
import type { SignatureVerdict, SignedMessage } from '../verdict.rules';
import { fromHex, hashPrefixed } from './bytes';
import { recoverAccount } from './eip-191';

/** TIP-191, `signMessageV2`: 65 bytes in hexadecimal. */
export function verifyTip191({ address, message, signature }: SignedMessage): SignatureVerdict {
  const bytes = fromHex(signature);
  if (bytes?.length !== 65) return 'SIGNATURE_FORMAT';
  const account = recoverAccount(hashPrefixed('\x19TRON Signed Message:\n', message), bytes);
  if (typeof account === 'string') return account;
  return toTronAddress(account) === address ? 'GOOD' : 'OTHER_ADDRESS';
}
