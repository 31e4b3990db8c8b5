import type { Mandate, Obligations } from '../providers';
import type { MandateType, PendingPaymentType } from './obligation.type';

export const toMandateType = ({ id, merchant, amount, nextOn }: Mandate): MandateType => ({
  id,
  merchant,
  amount: amount ?? null,
  nextOn: nextOn ?? null,
});

export const toPendingType = ({ id, amount, text }: Obligations['pending'][number]): PendingPaymentType => ({
  id,
  amount,
  about: text,
});
