import type { Remedy } from '@bindery/kernel';
import type { Locale } from '@bindery/localisation';
import { toRemedyType } from '@bindery/subgraph';
import type { Receipt } from './receipt.rules';
import type { BindingReceiptType } from './receipt.type';

const afterUnbind: readonly Remedy[] = [
  { code: 'Rebind' },
  { code: 'UsePhysicalCard' },
  { code: 'OpenDispute' },
  { code: 'ContactSupport' },
];

export function toReceiptType(
  { id, at, text, feeCharged, restorableUntil }: Receipt,
  locale: Locale,
): BindingReceiptType {
  return {
    id,
    at,
    text: text[locale],
    feeCharged,
    restorableUntil,
    remedies: afterUnbind.map((remedy) => toRemedyType(remedy, locale)),
  };
}
