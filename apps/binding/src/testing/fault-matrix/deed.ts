import type { Id } from '@bindery/kernel';
import type { Connector, LendingKind, ObligationActKind, QueryOutcome, SendOutcome, SentKind } from '../../providers';
import type { Truth } from './read-truth';

/** What a provider is asked to do: with a card, about what hangs on it, or as a lender. */
export type PlayedKind = SentKind | ObligationActKind | LendingKind;

/** Something that it is asked for, under an id that never changes. */
export interface Deed {
  readonly id: Id<'operation'>;
  readonly kind: PlayedKind;
  readonly credentialReference?: string;
  /** False where nothing is posted about it. */
  readonly isTold: boolean;
  send(connector: Connector): Promise<SendOutcome>;
  query(connector: Connector): Promise<QueryOutcome>;
  /** Of one that is said to be confirmed: throws Broken unless it has had its effect and no other. Answers on which credential. */
  mustBeDone(before: Truth, after: Truth, reference: string | undefined): Promise<string>;
}
