/** A page where people do something at a company outside: see to the passes on phones, sign with their own keys, sign one contract. */
export interface PeoplePage {
  readonly kind: 'PHONES' | 'KEYS' | 'CONTRACT' | 'LINK';
  readonly provider: string;
  /** From the root; undefined where only a link of the platform's leads there. */
  readonly path?: string;
  /** What the contract is about. */
  readonly lastFour?: string;
  /** How many passes are on phones. */
  readonly passes?: number;
}
