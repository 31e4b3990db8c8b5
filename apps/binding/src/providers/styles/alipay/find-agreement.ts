import type { AlipayAccess } from './access';
import { agreementAnswer, toAnswered, type Agreement, type Answered } from './answers';
import type { Gateway } from './gateway';

export type Found = Exclude<Answered, { is: 'DONE' }> | { readonly is: 'FOUND'; readonly agreement: Agreement };

/** By Alipay's number of an agreement, or by ours. */
export type FindAgreement = (
  by: Pick<Agreement, 'agreement_no'> | Pick<Agreement, 'external_agreement_no'>,
) => Promise<Found>;

export function createFindAgreement(
  gateway: Gateway,
  { personalProductCode: personal_product_code, signScene: sign_scene }: AlipayAccess,
  timeoutMs: number,
): FindAgreement {
  return async (by) => {
    // Ours is one only within a product and a scene.
    const content = 'agreement_no' in by ? by : { ...by, personal_product_code, sign_scene };
    const answered = toAnswered(await gateway.ask({ method: 'alipay.user.agreement.query', content }, timeoutMs));
    if (answered.is !== 'DONE') return answered;
    const agreement = agreementAnswer.safeParse(answered.content).data;
    // An answer about another agreement is no answer to this question.
    const isAsked =
      agreement && Object.entries(by).every(([name, value]) => agreement[name as keyof Agreement] === value);
    return isAsked ? { is: 'FOUND', agreement } : { is: 'UNKNOWN', detail: 'unreadable answer' };
  };
}
