import { z } from 'zod';
import { shortText } from '../../bounds';
import { toOperationId } from './agreement-number';
import { readShanghaiTime } from './shanghai-time';

const signedAgreement = z.object({
  notify_type: z.literal('dut_user_sign'),
  status: z.literal('NORMAL'),
  agreement_no: shortText,
  external_agreement_no: shortText,
});
const endedAgreement = z.object({
  notify_type: z.literal('dut_user_unsign'),
  status: z.literal('UNSIGN'),
  agreement_no: shortText,
});
/** TRADE_FINISHED comes when a paid trade can no longer be refunded: the same use, told again. */
const payment = z.object({
  notify_type: z.literal('trade_status_sync'),
  trade_status: z.enum(['TRADE_SUCCESS', 'TRADE_FINISHED']),
  trade_no: shortText,
  /** The agreement that was paid by: the merchant's order carries it through. */
  passback_params: shortText,
  subject: shortText,
  total_amount: z.string().regex(/^\d{1,9}(\.\d{1,2})?$/),
  gmt_payment: z.string().transform(readShanghaiTime).pipe(z.date()),
});

/** What a message says, in the words of this service; of a type that nobody here takes where it is none of these. */
export function toMessage(fields: Readonly<Record<string, string>>): object {
  const agreed = signedAgreement.safeParse(fields).data;
  if (agreed)
    return {
      type: 'operation.confirmed',
      operationId: toOperationId(agreed.external_agreement_no),
      credentialReference: agreed.agreement_no,
    };
  const ended = endedAgreement.safeParse(fields).data;
  if (ended) return { type: 'credential.removed', credentialReference: ended.agreement_no };
  const paid = payment.safeParse(fields).data;
  if (paid)
    return {
      type: 'usage.recorded',
      usageId: paid.trade_no,
      credentialReference: paid.passback_params,
      kind: 'PAYMENT',
      place: { 'zh-CN': paid.subject, en: paid.subject },
      amount: { value: toFen(paid.total_amount), currency: 'CNY' },
      at: paid.gmt_payment.toISOString(),
    };
  return { type: ['alipay', fields.notify_type, fields.trade_status ?? fields.status].filter(Boolean).join(' ') };
}

function toFen(yuan: string): number {
  const [whole = '0', part = ''] = yuan.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
