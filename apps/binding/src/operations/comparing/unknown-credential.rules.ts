import type { Id } from '@bindery/kernel';

/** A case about a credential that a provider lists and nobody knows. */
export interface StrangerCase {
  readonly id: Id<'case'>;
  readonly provider: string;
  readonly credentialReference: string;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly openedAt: Date;
  readonly answerBy: Date;
}
