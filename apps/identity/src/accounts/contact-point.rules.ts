import type { Id } from '@bindery/kernel';

export const contactChannels = ['SMS', 'EMAIL'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** Where the holder can be reached; at rest only sealed, so nothing here is readable without the contact keys. */
export interface ContactPoint {
  readonly id: Id<'contact_point'>;
  readonly accountId: Id<'account'>;
  readonly channel: ContactChannel;
  /** The address as compact JWE. */
  readonly sealedAddress: string;
  readonly confirmedAt: Date;
}
