/**
 * Why a signature proves nothing. FORMAT: not in the encoding of its scheme. MALLEABLE: one of several encodings of the same signature, where only one is taken.
 * KEY_WEAK: a key for which anybody can make signatures. OTHER_ADDRESS: made with another key. INVALID: not of this message by this key.
 * CONTRACT_ACCOUNT: what only a node of the chain could check.
 */
export const signatureFaults = [
  'SIGNATURE_FORMAT',
  'SIGNATURE_MALLEABLE',
  'KEY_WEAK',
  'OTHER_ADDRESS',
  'SIGNATURE_INVALID',
  'CONTRACT_ACCOUNT',
] as const;
export type SignatureFault = (typeof signatureFaults)[number];

export type SignatureVerdict = 'GOOD' | SignatureFault;

/** What was asked for, and what came back. */
export interface SignedMessage {
  /** In the one form of its chain. */
  readonly address: string;
  readonly message: string;
  /** As it stands in the message. */
  readonly nonce: string;
  readonly signature: string;
  readonly publicKey?: string;
}
