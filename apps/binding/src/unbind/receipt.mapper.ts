import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { toRemedyType } from '@bindery/subgraph';
import type { FeeRefund, Receipt } from './receipt.rules';
import type { BindingReceiptType } from './receipt.type';

/** `remedies`: what can be done today, whatever was true when the receipt was written. */
export function toReceiptType(
  { id, bindingId, at, text, feeCharged, restorableUntil }: Receipt,
  feeRefunded: FeeRefund | null,
  remedies: readonly Remedy[],
  isOff: boolean,
  locale: Locale,
): BindingReceiptType {
  return {
    id,
    bindingId: isOff ? bindingId : null,
    at,
    text: text[locale],
    feeCharged,
    feeRefunded,
    restorableUntil,
    remedies: remedies.map((remedy) => toRemedyType(remedy, locale)),
  };
}
