import { base58 } from '@scure/base';
import { attempt } from '../../../kinds/crypto-address/forms/address-form';
import type { SignatureVerdict, SignedMessage } from '../verdict.rules';
import { utf8 } from './bytes';
import { verifyEd25519 } from './ed25519';

/** `solana:signMessage`: the text as it stands; 64 bytes in Base58. The address is the key. */
export function verifySolana({ address, message, signature }: SignedMessage): SignatureVerdict {
  const bytes = signature.length > 90 ? undefined : attempt(() => base58.decode(signature));
  return bytes ? verifyEd25519(bytes, utf8(message), base58.decode(address)) : 'SIGNATURE_FORMAT';
}
