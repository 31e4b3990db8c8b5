import { findChain } from '../providers/kinds/crypto-address/chain.rules';
import { readAddress } from '../providers/kinds/crypto-address/forms/read-address';
import { readAnswer } from '../providers/styles/self-custody/read-answer';
import { verifySignedMessage } from '../providers/styles/self-custody/schemes';
import type { SignatureVerdict } from '../providers/styles/self-custody/verdict.rules';

/** What a holder typed and a wallet gave back. */
interface Typed {
  /** By CAIP-2. */
  readonly chain: string;
  readonly address: string;
  readonly message: string;
  readonly nonce?: string;
  readonly answer: string;
}

/** The verdict of the connector, from an address as it is typed to its signature as it is handed in; throws for an address that is none. */
export function verifyTyped({ chain: id, address, message, nonce = '', answer }: Typed): SignatureVerdict {
  const chain = findChain(id);
  const form = chain && readAddress(chain, address);
  if (!chain || !form || typeof form === 'string') throw new Error(`${id} ${address} is ${String(form)}`);
  const read = readAnswer(answer);
  return read ? verifySignedMessage(chain, { address: form.normal, message, nonce, ...read }) : 'SIGNATURE_FORMAT';
}
