import type { Id } from '@bindery/kernel';
/** What the words of a notification may tell. Kept with it, so nothing in here may name a person or a contact. */
export interface AlertFacts {
  /** When it happened, RFC 3339. */
  readonly at: string;
  /** Code of the provider, e.g. seaside-bank. */
  readonly provider?: string;
  /** Its name, as the event told it; notification keeps no list of providers. */
  readonly providerName?: { readonly 'zh-CN': string; readonly en: string };
  /** Why, as the fact names it, e.g. TOO_MANY_FAILURES. */
  readonly cause?: string;
  /** At what a bind stopped whose time was over, REVIEW or ACTIVATION. */
  readonly stopped?: string;
  /** What people look into, e.g. MANDATE_LEFT. */
  readonly matter?: string;
  /** Recurring payments that did not go over to a card, with the day of the next collection where it is known. */
  readonly mandates?: readonly { readonly merchant: string; readonly nextOn?: string }[];
  /** Whether what was looked into ended by ITSELF, or PEOPLE closed it. */
  readonly ended?: string;
  /** Why people closed it, in their words for the holder. */
  readonly answer?: string;
  /** When a lock ends by itself, RFC 3339. */
  readonly until?: string;
  /** When something was to be done that was not, RFC 3339. */
  readonly promised?: string;
  /** Until when an unbinding can be undone, RFC 3339. */
  readonly restorableUntil?: string;
  /** In minor units of an ISO 4217 currency. */
  readonly fee?: { readonly value: number; readonly currency: string };
  /** Whether a fee was given back. */
  readonly refunded?: boolean;
  readonly receiptId?: Id<'receipt'>;
  /** What was done, where one thing that was done to a card may be told by several facts, e.g. `RISK 2026-01-01T00:00:00.000Z`. */
  readonly act?: string;
  /** Who put a hold, e.g. RISK. */
  readonly holdOwner?: string;
  /** Whether the card can be used now. */
  readonly usable?: boolean;
  /** Whether another card was the default before. */
  readonly hadDefault?: boolean;
  /** What the provider was asked for, e.g. UNBIND. */
  readonly asked?: string;
  /** Whether the provider has done it. */
  readonly done?: boolean;
  /** Whether a default card is left. */
  readonly hasDefault?: boolean;
  /** The card that pays by default now, where one does. */
  readonly defaultCardId?: Id<'card'>;
  /** Of a card about which something else is told: what pays by default since then. */
  readonly paysNow?: 'THIS_CARD' | 'ANOTHER_CARD' | 'NO_CARD';
  /** What a challenge would have allowed, e.g. UNBIND. */
  readonly challenged?: string;
  /** Whether a lock of the account was lifted. */
  readonly unlocked?: boolean;
  /** Last day of a card, `2030-07-31`. */
  readonly lastDay?: string;
  /** Last day on which its provider takes it, where that is a later one. */
  readonly worksUntil?: string;
  /** Whether a card has another number than before. */
  readonly reissued?: boolean;
  /** What is lost, or in other hands: CARD, DEVICE or ACCOUNT. */
  readonly lost?: string;
  /** How many cards are held for it. */
  readonly held?: number;
  /** From how many of these their provider may still collect. */
  readonly collecting?: number;
  /** What a card was used for, e.g. PAYMENT. */
  readonly use?: string;
  /** Whether only an unbind ends what is told. */
  readonly unbindEndsIt?: boolean;
  /** How many records a file has. */
  readonly records?: number;
  /** What a loan is of, in minor units of an ISO 4217 currency. */
  readonly amount?: { readonly value: number; readonly currency: string };
  /** What a provider was allowed, or is not any more, as the event told it. */
  readonly purpose?: { readonly 'zh-CN': string; readonly en: string };
  /** A kind of document, e.g. MAINLAND_ID. */
  readonly document?: string;
  /** Version of the text that was agreed to. */
  readonly version?: string;
}
