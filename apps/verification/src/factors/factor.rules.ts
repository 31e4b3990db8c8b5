export interface Recipient {
  /** The address, as compact JWE. */
  readonly sealedContact: string;
  /** Keyed digest of it, for budgets. */
  readonly contactDigest: string;
}

/** ACCEPTED: the carrier has it. The others are final. */
export type MessageState = 'ACCEPTED' | 'DELIVERED' | 'FAILED';
