/** Makes codes out of challenges and digests out of addresses; holds the service's own key. */
export interface SecretDigests {
  /** Six digits, the same for the same challenge: nothing of a code is stored. */
  codeOf(challenge: { readonly id: string; readonly codeSalt: string }): string;
  /** True when an answer is the challenge's code; takes the same time wherever they differ. */
  isCodeOf(challenge: { readonly id: string; readonly codeSalt: string }, answer: string): boolean;
  contactDigest(address: string): string;
  /** IPv6 addresses count by their /64: one household has one. */
  clientDigest(networkAddress: string): string;
}

/** Opens and seals contact addresses. */
export interface ContactSeal {
  seal(address: string): Promise<string>;
  open(sealed: string): Promise<string>;
}
