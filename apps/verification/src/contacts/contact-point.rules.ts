/** A way to reach somebody. */
export type ContactChannel = 'SMS' | 'EMAIL';

/** A confirmed address of an account. */
export interface ContactPoint {
  readonly id: string;
  readonly accountId: string;
  readonly channel: ContactChannel;
  /** As compact JWE. */
  readonly sealedAddress: string;
  /** Keyed digest of the address, by which its codes are counted. */
  readonly contactDigest: string;
  /** Sequence of the event that told. */
  readonly sequence: number;
}
