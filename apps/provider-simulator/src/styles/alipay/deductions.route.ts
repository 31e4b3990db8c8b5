import type { FastifyInstance } from 'fastify';
import { newId } from '@bindery/kernel';
import { z } from 'zod';
import { give, refusal } from '../../http/answers';
import { peopleOnly } from '../../http/people-only';
import type { StyledCompany, StyleWorld } from '../style';
import { findByNumber } from './agreements';
import type { AlipayKeys } from './keys';

const deduction = z.strictObject({
  agreement_no: z.string().max(64),
  total_amount: z.string().regex(/^\d{1,7}\.\d{2}$/),
  subject: z.string().min(1).max(200),
  /** Alipay makes the mistake that it may not make: it pays by an agreement that has ended. */
  anyway: z.boolean().default(false),
});

/** Some merchant takes an amount under an agreement. Only Alipay is asked; the platform is told afterwards. */
export function registerDeductions(
  app: FastifyInstance,
  { provider }: StyledCompany<AlipayKeys>,
  { state, webhooks, webhookUrl, clock, peopleHosts }: StyleWorld,
): void {
  app.post('/deductions', { onRequest: peopleOnly(peopleHosts) }, async (request, reply) => {
    const { agreement_no, total_amount, subject, anyway } = deduction.parse(request.body);
    const agreement = findByNumber(state, provider.code, agreement_no);
    if (!agreement || (agreement.status !== 'NORMAL' && !anyway))
      return give(reply, refusal(422, 'ACQ.AGREEMENT_NOT_EXIST'));
    webhooks.send(provider.code, webhookUrl(provider.code), {
      type: 'usage.recorded',
      usageId: newId('usage'),
      credentialReference: agreement_no,
      kind: 'PAYMENT',
      place: { 'zh-CN': subject, en: subject },
      amount: { value: Math.round(Number(total_amount) * 100), currency: 'CNY' },
      at: clock.now().toISOString(),
    });
    return reply.code(204).send();
  });
}
