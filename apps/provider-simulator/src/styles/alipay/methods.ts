import { err, ok, type Result } from '@bindery/kernel';
import { z } from 'zod';
import type { Fault } from '../../faults/fault';
import { submitOperation } from '../../operations/submit-operation';
import type { Provider } from '../../providers/provider';
import { operationKey } from '../../records/operation';
import type { StyleWorld } from '../style';
import { findByMerchantNumber, findByNumber, findSigning, type Agreement } from './agreements';
import { readContent, type GatewayFault, type SignedRequest } from './signed-request';
import { wallTime } from './wall-time';

const success = { code: '10000', msg: 'Success' };
const number = z.string().min(1).max(64);
const numbered = z.object({ agreement_no: number });
const asked = z.union([
  numbered,
  z.object({ external_agreement_no: number, personal_product_code: z.string(), sign_scene: z.string() }),
]);

const refused = (sub_code: string, sub_msg: string): Result<never, GatewayFault> =>
  err({ code: '40004', msg: 'Business Failed', sub_code, sub_msg });
const notThere = () => refused('USER_AGREEMENT_NOT_EXIST', '用户协议不存在');

/** `alipay.user.agreement.query` */
export function queryAgreement(
  { state }: StyleWorld,
  { code }: Provider,
  request: SignedRequest,
): Result<object, GatewayFault> {
  const content = readContent(request, asked);
  if (!content.ok) return content;
  const found =
    'agreement_no' in content.value
      ? findByNumber(state, code, content.value.agreement_no)
      : findByMerchantNumber(state, code, content.value.external_agreement_no);
  return found ? ok({ ...success, ...toShown(found) }) : notThere();
}

const toShown = ({ agreementNo, externalAgreementNo, status, signedAt, lastFour }: Agreement) => ({
  agreement_no: agreementNo,
  external_agreement_no: externalAgreementNo,
  status,
  personal_product_code: 'GENERAL_WITHHOLDING_P',
  sign_scene: 'INDUSTRY|DIGITAL_WALLET',
  sign_time: wallTime(signedAt),
  valid_time: wallTime(signedAt),
  invalid_time: '2115-02-01 00:00:00',
  alipay_logon_id: `***${lastFour}`,
  principal_type: 'CARD',
});

/** `alipay.user.agreement.unsign`: taken, and told by a notification when it is done. Asked again meanwhile, it is still the one. */
export function endAgreement(
  world: StyleWorld,
  provider: Provider,
  request: SignedRequest,
  fault: Fault | undefined,
): Result<object, GatewayFault> {
  const content = readContent(request, numbered);
  if (!content.ok) return content;
  const { agreement_no: credentialReference } = content.value;
  if (!findByNumber(world.state, provider.code, credentialReference)) return notThere();
  if (fault?.mode === 'refuse') return refused('UNSIGN_NOT_ALLOWED', '该协议暂不允许解约');
  const operationId = `unsign_${credentialReference}`;
  const callbackUrl =
    request.parameters.notify_url ??
    findSigning(world.state, provider.code, credentialReference)?.request.callbackUrl ??
    world.webhookUrl(provider.code);
  if (!world.state.operations.get(operationKey(provider.code, operationId)))
    submitOperation(
      world,
      provider,
      { operationId, kind: 'UNBIND', token: undefined, credentialReference, callbackUrl },
      fault,
    );
  return ok(success);
}
