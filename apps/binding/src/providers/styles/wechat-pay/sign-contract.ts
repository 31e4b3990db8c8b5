import type { Clock } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { CardRequest, SendOutcome } from '../../connector';
import type { Activation } from '../../connector.rules';
import { readToken } from './account-token';
import { contractCodeOf } from './contract-code';
import type { LookAtContract, Template } from './look-at-contract';
import { preSignAnswer } from './protocol';
import { refusalOf } from './refusal';
import type { WeChatClient } from './wechat-client';
import { insertOperation, saveContractId, saveSignLink } from './wechat-operation.repository';

export interface SignContractDeps {
  readonly provider: string;
  readonly template: Template;
  readonly callbackUrl: string;
  readonly client: WeChatClient;
  readonly lookAt: LookAtContract;
  readonly db: EntityManager;
  readonly clock: Clock;
  readonly timeoutMs: number;
}

/** As long as the platform keeps the page open (“H5预签约”). */
const signMs = 10 * 60_000;

export const toActivation = ({ signUrl, signUntil }: { signUrl: string; signUntil: Date }): Activation => ({
  steps: [{ kind: 'OPEN_LINK', url: signUrl }],
  until: signUntil.toISOString(),
});

/**
 * Asks for the page where the holder signs. Nothing is bound by it: a page that was lost is asked for again under the same number. A refusal is
 * believed only when there is no contract of this number, since one that was signed already is refused as well.
 */
export function createSignContract(deps: SignContractDeps) {
  const { provider, template, callbackUrl, client, lookAt, db, clock, timeoutMs } = deps;

  return async ({ operationId, token }: CardRequest): Promise<SendOutcome> => {
    const contractCode = contractCodeOf(operationId);
    await insertOperation(db, { operationId, provider, kind: 'BIND', contractCode, token });
    const { userCode, shown } = readToken(token);
    const reply = await client.ask({
      method: 'POST',
      path: '/v3/papay/scheduled-deduct-sign/contracts/pre-entrust-sign/h5',
      body: {
        appid: template.appid,
        plan_id: template.planId,
        out_contract_code: contractCode,
        contract_display_account: shown,
        contract_notify_url: callbackUrl,
        out_user_code: userCode,
      },
      timeoutMs,
    });
    if (reply.kind === 'NO_ANSWER') return { status: 'UNKNOWN', detail: reply.detail };
    const page = reply.status === 200 ? preSignAnswer.safeParse(reply.body).data : undefined;
    if (page) {
      const link = { signUrl: page.redirect_url, signUntil: new Date(clock.now().getTime() + signMs) };
      await saveSignLink(db, operationId, link);
      return { status: 'PENDING', activation: toActivation(link) };
    }
    const cause = refusalOf(reply);
    if (cause === undefined) return { status: 'UNKNOWN', detail: `status ${reply.status}` };
    const standing = await lookAt(contractCode, timeoutMs);
    if (standing.is === 'SIGNED') {
      await saveContractId(db, provider, operationId, standing.contractId);
      return { status: 'CONFIRMED', credentialReference: standing.contractId };
    }
    return standing.is === 'UNTOLD' ? { status: 'UNKNOWN', detail: standing.detail } : { status: 'REFUSED', cause };
  };
}
