/** What a carrier made of a send. Causes are stable words, without address or text. */
export type SendOutcome =
  /** It has the message; `messageId` is what it can be asked by, null when it cannot. */
  | { readonly kind: 'TAKEN'; readonly messageId: string | null }
  /** It may take the same message later; perhaps it has it already, which the same key will show. */
  | { readonly kind: 'NOT_NOW'; readonly cause: string; readonly retryAfterMs?: number }
  | { readonly kind: 'NEVER'; readonly cause: string };

/** Where a message stands at the carrier; UNCLEAR when it cannot be asked now, UNKNOWN when it knows no such message. */
export type CarrierState = 'ACCEPTED' | 'DELIVERED' | 'FAILED' | 'UNCLEAR' | 'UNKNOWN';
