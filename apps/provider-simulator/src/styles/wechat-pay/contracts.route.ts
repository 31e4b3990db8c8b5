import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { strikesAfterAnswer } from '../../faults/fault';
import { answer, giveUnder, refusal, type Answer } from '../../http/answers';
import { submitOperation } from '../../operations/submit-operation';
import { operationKey } from '../../records/operation';
import type { StyledCompany, StyleWorld } from '../style';
import { findContract, terminationOf } from './contracts';
import type { WeChatPayKeys } from './keys';
import { openSession } from './sign-session';

const contractCode = z.string().regex(/^[0-9A-Za-z]{1,32}$/);
const preSign = z.object({
  appid: z.string(),
  plan_id: z.int(),
  out_contract_code: contractCode,
  contract_display_account: z.string().min(1).max(32),
  contract_notify_url: z.url().max(256),
  out_user_code: z.string().min(1).max(64),
});
const contractParams = z.object({ plan: z.coerce.number().int(), code: contractCode });
const termination = z.object({ contract_termination_remark: z.string().min(1).max(256) });

const used = refusal(400, 'INVALID_REQUEST', '签约协议号已使用');
const absent = refusal(404, 'RESOURCE_NOT_EXISTS', '签约协议不存在');

/** 委托代扣: pages for signing, contracts asked for, and ended. */
export function registerContractRoutes(
  app: FastifyInstance,
  company: StyledCompany<WeChatPayKeys>,
  world: StyleWorld,
): void {
  const { provider, keys } = company;
  const { state, faults, holds, settlement } = world;
  const key = (code: string) => operationKey(provider.code, code);

  /** Only what a fault wants otherwise is left for later: WeChat Pay answers with what is. */
  function submit(request: Parameters<typeof submitOperation>[2], fault: Parameters<typeof submitOperation>[3]): void {
    submitOperation(world, provider, request, fault);
    if (!fault || !strikesAfterAnswer(fault)) settlement.settleNow(provider.code, request.operationId);
  }

  function begin(body: z.infer<typeof preSign>, fault: Parameters<typeof submitOperation>[3]): Answer | undefined {
    const { out_contract_code: code, out_user_code: user, contract_notify_url: callbackUrl } = body;
    const known = state.operations.get(key(code))?.standing.status;
    if (known !== undefined) return known === 'CONFIRMED' || known === 'REFUSED' ? used : undefined;
    const handedIn = provider.handIn({ account: body.contract_display_account }, world.clock.now());
    if (!handedIn.ok) return refusal(403, 'RULE_LIMIT', '该用户不能签约');
    const token = `${provider.code}/${user}`;
    state.cards.put(token, { token, provider: provider.code, ...handedIn.value.card, needsActivation: true });
    submit({ operationId: code, kind: 'BIND', token, credentialReference: undefined, callbackUrl }, fault);
    return undefined;
  }

  app.post('/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/h5', async (request, reply) => {
    const body = preSign.parse(request.body);
    const fault = faults.take(provider.code, 'BIND');
    return giveUnder(fault, holds, reply, () => {
      if (body.appid !== keys.appid || body.plan_id !== keys.planId) return refusal(400, 'PARAM_ERROR', '模板不存在');
      const refused = begin(body, fault);
      return refused ?? answer(200, { redirect_url: signUrl(request, body.out_contract_code) });
    });
  });

  const signUrl = (request: FastifyRequest, code: string): string => {
    const session = openSession(state.tokenKey, code, world.clock.now());
    return `${request.protocol}://${request.host}/providers/${provider.code}/papay/sign?session=${session}`;
  };

  app.get('/v3/papay/sign/contracts/plan-id/:plan/out-contract-code/:code', async (request, reply) => {
    const { plan, code } = contractParams.parse(request.params);
    return giveUnder(faults.take(provider.code, 'QUERY'), holds, reply, () => {
      const found = plan === keys.planId ? findContract(state, company, code) : undefined;
      return found ? answer(200, found) : absent;
    });
  });

  app.post('/v3/papay/sign/contracts/plan-id/:plan/out-contract-code/:code/terminate', async (request, reply) => {
    const { plan, code } = contractParams.parse(request.params);
    termination.parse(request.body);
    const fault = faults.take(provider.code, 'UNBIND');
    return giveUnder(fault, holds, reply, () => {
      const found = plan === keys.planId ? findContract(state, company, code) : undefined;
      if (!found) return absent;
      if (found.contract_state !== 'SIGNED') return refusal(400, 'INVALID_REQUEST', '签约协议已解约');
      if (fault?.mode === 'refuse') return refusal(403, 'RULE_LIMIT', '当前不能解约');
      const { contract_id: credentialReference } = found;
      const callbackUrl = world.webhookUrl(provider.code);
      submit(
        { operationId: terminationOf(code), kind: 'UNBIND', token: undefined, credentialReference, callbackUrl },
        fault,
      );
      return answer(200, findContract(state, company, code));
    });
  });
}
