import type { Id } from '@bindery/kernel';
import type { Activation } from '../../connector.rules';
import type { AlipayAccess } from './access';
import { toAgreementNumber } from './agreement-number';
import type { Gateway } from './gateway';
import { signingLife } from './signing-life';

/** The page on which the holder agrees. It follows from the operation alone: however often it is asked for, it is one link about one agreement. */
export function toSigningPage(
  gateway: Gateway,
  { personalProductCode, signScene }: AlipayAccess,
  notifyUrl: string,
  operationId: Id<'operation'>,
): Activation {
  const { from, seconds, until } = signingLife(operationId);
  const content = {
    personal_product_code: personalProductCode,
    sign_scene: signScene,
    product_code: 'GENERAL_WITHHOLDING',
    external_agreement_no: toAgreementNumber(operationId),
    access_params: { channel: 'ALIPAYAPP' },
    effect_time: seconds,
  };
  const url = gateway.pageUrl({ method: 'alipay.user.agreement.page.sign', content, notifyUrl }, from);
  return { steps: [{ kind: 'OPEN_LINK', url }], until: until.toISOString() };
}
