import type { FastifyInstance } from 'fastify';
import { newId } from '@bindery/kernel';
import { z } from 'zod';
import { give, refusal } from '../../http/answers';
import type { StyledCompany, StyleWorld } from '../style';
import type { WeChatPayKeys } from './keys';

const deduction = z.strictObject({
  contract_id: z.string().max(64),
  description: z.string().min(1).max(127),
  amount: z.strictObject({ total: z.int().positive(), currency: z.literal('CNY').default('CNY') }),
  /** WeChat Pay makes the mistake that it may not make: it pays by a contract that has ended. */
  anyway: z.boolean().default(false),
});

/** 申请扣款: some merchant takes an amount under a contract. Only WeChat Pay is asked; the platform is notified afterwards. */
export function registerDeductions(
  app: FastifyInstance,
  { provider }: StyledCompany<WeChatPayKeys>,
  { state, webhooks, webhookUrl, clock }: StyleWorld,
): void {
  app.post('/papay/deductions', async (request, reply) => {
    const { contract_id, description, amount, anyway } = deduction.parse(request.body);
    const contract = state.credentials.get(contract_id);
    if (contract?.provider !== provider.code || (contract.status === 'ABSENT' && !anyway))
      return give(reply, refusal(422, 'CONTRACT_NOT_EXIST'));
    webhooks.send(provider.code, webhookUrl(provider.code), {
      type: 'usage.recorded',
      usageId: newId('usage'),
      credentialReference: contract_id,
      kind: 'PAYMENT',
      place: { 'zh-CN': description, en: description },
      amount: { value: amount.total, currency: amount.currency },
      at: clock.now().toISOString(),
    });
    return reply.code(204).send();
  });
}
