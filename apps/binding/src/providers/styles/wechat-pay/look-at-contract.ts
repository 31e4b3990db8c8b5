import { contract, problem, type Contract } from './protocol';
import type { Reply, WeChatClient } from './wechat-client';

/** By whom and for what contracts are signed. */
export interface Template {
  readonly mchid: string;
  readonly appid: string;
  readonly planId: number;
}

/** How a contract stands at WeChat Pay. */
export type ContractStanding =
  | { readonly is: 'SIGNED'; readonly contractId: string }
  | { readonly is: 'TERMINATED'; readonly contractId: string }
  /** The holder agreed, and a rule of the platform forbade it; the number is used up. */
  | { readonly is: 'SIGN_FAILED' }
  /** Nobody has signed it, or nobody was ever asked to: the platform tells the two apart as little. */
  | { readonly is: 'ABSENT' }
  | { readonly is: 'UNTOLD'; readonly detail: string };

export type LookAtContract = (contractCode: string, timeoutMs: number) => Promise<ContractStanding>;

const absentCodes = ['RESOURCE_NOT_EXISTS', 'NOT_FOUND', 'CONTRACT_NOT_EXIST', 'CONTRACT_NOT_EXISTS'];

export const contractPath = (planId: number, contractCode: string): string =>
  `/v3/papay/sign/contracts/plan-id/${planId}/out-contract-code/${encodeURIComponent(contractCode)}`;

/** Asks for a contract by the merchant's number: the only way that the platform has on the mainland. */
export const createLookAtContract =
  (client: WeChatClient, template: Template): LookAtContract =>
  async (contractCode, timeoutMs) => {
    const path = contractPath(template.planId, contractCode);
    return toStanding(await client.ask({ method: 'GET', path, timeoutMs }), template, contractCode);
  };

/** An answer about another contract is none to this question. */
export function toStanding(reply: Reply, template: Template, contractCode: string): ContractStanding {
  if (reply.kind === 'NO_ANSWER') return { is: 'UNTOLD', detail: reply.detail };
  if (reply.status === 404 && absentCodes.includes(problem.safeParse(reply.body).data?.code ?? ''))
    return { is: 'ABSENT' };
  if (reply.status !== 200) return { is: 'UNTOLD', detail: `status ${reply.status}` };
  const told = contract.safeParse(reply.body).data;
  if (!told || told.out_contract_code !== contractCode || !isOurs(told, template))
    return { is: 'UNTOLD', detail: 'unreadable answer' };
  const { contract_state: state, contract_id: contractId } = told;
  if (state === 'SIGNED' || state === 'TERMINATED') return { is: state, contractId };
  return state === 'SIGN_FAILED' ? { is: state } : { is: 'UNTOLD', detail: `state ${state}` };
}

/** What is of another merchant, app or template is not about what was signed here. */
export const isOurs = (
  told: Pick<Contract, 'mchid' | 'appid' | 'plan_id'>,
  { mchid, appid, planId }: Template,
): boolean => told.mchid === mchid && told.appid === appid && told.plan_id === planId;
