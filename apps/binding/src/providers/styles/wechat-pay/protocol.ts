import { z } from 'zod';
import { shortText } from '../../bounds';

/** Answers and resources of the platform, bounded by what is kept or told of them. Unknown fields are let pass, and go no further. */

export const preSignAnswer = z.object({ redirect_url: z.url({ protocol: /^https?$/ }).max(2_000) });

/** Of a contract (“通过商户协议号查询委托代扣签约协议”, “代扣签解约通知”). */
export const contract = z.object({
  mchid: z.string(),
  appid: z.string(),
  plan_id: z.int(),
  out_contract_code: z.string().regex(/^[0-9A-Za-z]{1,32}$/),
  contract_id: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[\x21-\x7e]+$/),
  contract_state: z.string().regex(/^[A-Z_]{1,32}$/),
  contract_terminate_info: z.object({ contract_termination_mode: z.string().max(64) }).nullish(),
});
export type Contract = z.infer<typeof contract>;

/** Of a payment (“委托代扣支付结果通知”). */
export const transaction = z.object({
  mchid: z.string(),
  appid: z.string(),
  transaction_id: shortText,
  trade_state: z.string().max(32),
  description: shortText,
  /** The contract, which a deduction carries and the platform gives back unchanged. */
  attach: shortText,
  success_time: z.string().max(64),
  amount: z.object({ total: z.int(), payer_total: z.int().optional(), currency: z.string().max(3).default('CNY') }),
});

export const notification = z.object({
  id: shortText,
  event_type: z.string().min(1).max(64),
  resource: z.unknown(),
});

/** Codes of refusals; they go into causes. */
export const problem = z.object({ code: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/) });
