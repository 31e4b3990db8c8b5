/** So long an address counts as its account’s after the last login there; the same as in identity. */
export const addressKnownMs = 90 * 24 * 60 * 60_000;

/** What is known of who asks about a phone, beside its account. */
export interface Acquaintance {
  /** The device, where a good token or session of the account that has the phone is shown. */
  readonly device?: string;
  /** Whether that account has logged in from there. */
  readonly isAddressKnown: boolean;
}
