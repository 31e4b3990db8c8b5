import { err, ok, type Result } from '@bindery/kernel';
import { z } from 'zod';
import type { Fault } from '../../faults/fault';
import { findAnswer, submitOperation } from '../../operations/submit-operation';
import type { Provider } from '../../providers/provider';
import { operationRequest } from '../../records/operation';
import { giveToken } from '../../tokens/give-token';
import type { StyleWorld } from '../style';
import type { AlipayKeys } from './keys';
import { readContent, readParameters, readSignedRequest, type SignedRequest } from './signed-request';

export const signMethod = 'alipay.user.agreement.page.sign';

/** `notBefore`: links of merchants whose clocks are ahead by no more than this are opened too. */
const aheadMsMax = 5 * 60_000;
/** Alipay's own life of a page, where a merchant sets none. */
const secondsDefault = 300;

const signContent = z.object({
  personal_product_code: z.string().min(1).max(64),
  product_code: z.string().max(64).optional(),
  sign_scene: z.string().max(64),
  external_agreement_no: z.string().regex(/^[A-Za-z0-9]{1,32}$/),
  external_logon_id: z.string().max(100).optional(),
  access_params: z.object({ channel: z.string().min(1).max(32) }),
  effect_time: z.int().min(0).max(86_400).default(secondsDefault),
});

export type SigningFault = 'LINK_INVALID' | 'LINK_EXPIRED' | 'ACCOUNT_REFUSED' | 'SIGNED_BY_OTHER' | 'REFUSED';

interface Signing {
  readonly request: SignedRequest;
  readonly externalAgreementNo: string;
  readonly notifyUrl: string;
}

/** What a merchant's link asks a user to agree to. */
export function readSigning(
  { clock, webhookUrl }: StyleWorld,
  provider: Provider,
  keys: AlipayKeys,
  link: string,
): Result<Signing, SigningFault> {
  const request = readSignedRequest(readParameters(link), keys);
  if (!request.ok || request.value.method !== signMethod) return err('LINK_INVALID');
  const content = readContent(request.value, signContent);
  if (!content.ok) return err('LINK_INVALID');
  const ageMs = clock.now().getTime() - request.value.sentAt;
  if (ageMs < -aheadMsMax || ageMs > content.value.effect_time * 1000) return err('LINK_EXPIRED');
  const notifyUrl = request.value.parameters.notify_url ?? webhookUrl(provider.code);
  return ok({ request: request.value, externalAgreementNo: content.value.external_agreement_no, notifyUrl });
}

/** The user agrees. A second time it is the agreement there is. */
export function agree(
  world: StyleWorld,
  provider: Provider,
  { externalAgreementNo, notifyUrl }: Signing,
  account: string,
  fault: Fault | undefined,
): Result<void, SigningFault> {
  if (fault?.mode === 'refuse') return err('REFUSED');
  const given = giveToken(world.state, provider, { account }, world.clock.now());
  if (!given.ok || !('token' in given.value)) return err('ACCOUNT_REFUSED');
  const operation = operationRequest.parse({
    operationId: externalAgreementNo,
    kind: 'BIND',
    token: given.value.token,
    callbackUrl: notifyUrl,
  });
  const known = findAnswer(world.state, provider, operation);
  if (!known.ok) return err('SIGNED_BY_OTHER');
  if (known.value === undefined) submitOperation(world, provider, operation, fault);
  return ok(undefined);
}
