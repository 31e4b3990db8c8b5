/** What a provider remembers of a card it has given a token for. Never its number. */
export interface KnownCard {
  readonly token: string;
  readonly provider: string;
  readonly lastFour: string;
  readonly brand?: string;
  /** The site whose doors it opens. */
  readonly site?: string;
  /** The bank wants its customer to activate the credential before it works. */
  readonly needsActivation: boolean;
  /** By which code its holder shows that it is theirs; left out where they act at the provider. */
  readonly activatedBy?: 'INVITATION' | 'SMS';
  /** Where a bank reaches its customer. */
  readonly phone?: string;
}
