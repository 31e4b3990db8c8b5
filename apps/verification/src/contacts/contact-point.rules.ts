import type { Id } from '@bindery/kernel';
/** A way to reach somebody. */
export type ContactChannel = 'SMS' | 'EMAIL';

/** A confirmed address of an account. */
export interface ContactPoint {
  readonly id: Id<'contact_point'>;
  readonly accountId: Id<'account'>;
  readonly channel: ContactChannel;
  /** As compact JWE. */
  readonly sealedAddress: string;
  /** Keyed digest of the address, by which its codes are counted. */
  readonly contactDigest: string;
  /** Sequence of the event that told. */
  readonly sequence: number;
}
