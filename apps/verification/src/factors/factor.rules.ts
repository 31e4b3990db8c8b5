export interface Recipient {
  /** The address, as compact JWE. */
  readonly sealedContact: string;
  /** Keyed digest of it, for budgets. */
  readonly contactDigest: string;
}

/** How many codes one recipient gets, whoever asks: what a message costs its reader is the factor's to know. */
export interface ContactLimits {
  readonly codesPerDay: number;
  /** Of them, those that people who are not signed in can have sent. */
  readonly anonymousCodesPerDay: number;
}

/** ACCEPTED: the carrier has it. The others are final. */
export type MessageState = 'ACCEPTED' | 'DELIVERED' | 'FAILED';
