import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { toRemedyType } from '@bindery/subgraph';
import type { Receipt } from './receipt.rules';
import type { BindingReceiptType } from './receipt.type';

/** `remedies`: what can be done today, whatever was true when the receipt was written. */
export function toReceiptType(
  { id, at, text, feeCharged, restorableUntil }: Receipt,
  remedies: readonly Remedy[],
  locale: Locale,
): BindingReceiptType {
  return {
    id,
    at,
    text: text[locale],
    feeCharged,
    restorableUntil,
    remedies: remedies.map((remedy) => toRemedyType(remedy, locale)),
  };
}
