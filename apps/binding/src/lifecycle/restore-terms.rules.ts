/** How an unbound card comes back, and for how many days; REBIND_ONLY and null: not at all. */
export interface RestoreTerms {
  readonly strategy: 'REACTIVATE' | 'REPROVISION' | 'REBIND_ONLY';
  readonly windowDays: number | null;
}

/** What a provider grants to whoever unbinds now. */
export interface RestorePolicy {
  readonly restore: RestoreTerms;
}
