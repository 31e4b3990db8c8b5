/** What a holder proves with that a card was handed to them: an invitation of a site, or a code that a bank sent by SMS. */
export interface HolderCode {
  readonly provider: string;
  readonly code: string;
  /** Where it was sent, masked; null where somebody handed it over. */
  readonly sentTo: string | null;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly wrong: number;
  readonly used: boolean;
  /** Token of the member that an invitation is for. */
  readonly member?: string;
}

/** An invitation is for a member before there is any operation; a code by SMS is for one operation. */
export const invitationKey = (provider: string, token: string): string => `${provider} ${token}`;
