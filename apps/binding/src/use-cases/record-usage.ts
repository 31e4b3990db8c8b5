import type { InBothLanguages, Money } from '../domain/provider-profile';

/** A use of a credential as its provider reports it. */
export interface ProviderUsage {
  readonly provider: string;
  /** The provider's own id of the use; a repetition has the same. */
  readonly usageId: string;
  readonly credentialReference: string;
  readonly kind: 'DOOR_OPENED' | 'PAYMENT';
  readonly place: InBothLanguages;
  readonly amount?: Money;
  readonly at: Date;
}

export type UsageOutcome = 'RECORDED' | 'REPEATED' | 'UNKNOWN_CREDENTIAL';

export type RecordUsage = (usage: ProviderUsage) => Promise<UsageOutcome>;
