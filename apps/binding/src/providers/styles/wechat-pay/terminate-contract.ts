import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { OperationRequest, SendOutcome } from '../../connector';
import {
  contractPath,
  toStanding,
  type ContractStanding,
  type LookAtContract,
  type Template,
} from './look-at-contract';
import { refusalOf } from './refusal';
import type { WeChatClient } from './wechat-client';
import { findContract, findUnsigned, insertOperation } from './wechat-operation.repository';
import { say } from './wechat-pay.words';

export interface TerminateContractDeps {
  readonly provider: string;
  readonly template: Template;
  readonly client: WeChatClient;
  readonly lookAt: LookAtContract;
  readonly db: EntityManager;
  /** Whether the page where a contract is signed may still be open. */
  readonly mayBeSigned: (operationId: Id<'operation'>) => Promise<boolean>;
  readonly timeoutMs: number;
}

/** Ends a contract. One that nobody has signed is over when the page for it is; before, it might still come to be. */
export function createTerminateContract(deps: TerminateContractDeps) {
  const { provider, template, client, lookAt, db, mayBeSigned, timeoutMs } = deps;

  async function unlessSigned(operationId: Id<'operation'>, standing: ContractStanding): Promise<SendOutcome> {
    if (standing.is === 'UNTOLD') return { status: 'UNKNOWN', detail: standing.detail };
    return { status: (await mayBeSigned(operationId)) ? 'PENDING' : 'CONFIRMED' };
  }

  /** A refusal is believed only while the contract stands. */
  async function afterRefusal(contractCode: string, cause: string): Promise<SendOutcome> {
    const standing = await lookAt(contractCode, timeoutMs);
    if (standing.is === 'UNTOLD') return { status: 'UNKNOWN', detail: standing.detail };
    return standing.is === 'SIGNED' ? { status: 'REFUSED', cause } : { status: 'CONFIRMED' };
  }

  return async (request: OperationRequest): Promise<SendOutcome> => {
    const { operationId, token = '' } = request;
    const bound =
      request.credentialReference === undefined
        ? await findUnsigned(db, provider, token)
        : await findContract(db, provider, request.credentialReference);
    if (!bound) return { status: 'REFUSED', cause: 'CREDENTIAL_UNKNOWN' };
    const { contractCode } = bound;
    await insertOperation(db, { operationId, provider, kind: 'UNBIND', contractCode, token });
    if (bound.contractId === null) {
      const standing = await lookAt(contractCode, timeoutMs);
      if (standing.is !== 'SIGNED') return unlessSigned(bound.operationId, standing);
    }
    const reply = await client.ask({
      method: 'POST',
      path: `${contractPath(template.planId, contractCode)}/terminate`,
      // Kept with the contract at WeChat Pay, which is Chinese.
      body: { contract_termination_remark: say('zh-CN', 'terminationRemark') },
      timeoutMs,
    });
    if (reply.kind === 'NO_ANSWER') return { status: 'UNKNOWN', detail: reply.detail };
    if (reply.status === 204) return { status: 'CONFIRMED' };
    if (reply.status === 200) {
      const { is } = toStanding(reply, template, contractCode);
      return is === 'TERMINATED' ? { status: 'CONFIRMED' } : { status: 'PENDING' };
    }
    const cause = refusalOf(reply);
    return cause === undefined
      ? { status: 'UNKNOWN', detail: `status ${reply.status}` }
      : afterRefusal(contractCode, cause);
  };
}
