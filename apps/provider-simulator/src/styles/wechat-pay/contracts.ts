import { createHash } from 'node:crypto';
import { operationKey } from '../../records/operation';
import type { SimulatorState } from '../../state/simulator-state';
import type { StyledCompany } from '../style';
import { toRfc3339 } from './shanghai-time';
import type { WeChatPayKeys } from './keys';

/** The operation by which a merchant ends a contract. */
export const terminationOf = (contractCode: string): string => `terminate_${contractCode}`;

/** The contract that an operation of either kind is about. */
export const contractCodeOf = (operationId: string): string => operationId.replace(/^terminate_/, '');

type Company = StyledCompany<WeChatPayKeys>;

/** A contract as merchants are told of it; undefined for one that nobody has signed. */
export function findContract(state: SimulatorState, { provider, keys }: Company, contractCode: string) {
  const operation = state.operations.get(operationKey(provider.code, contractCode));
  const status = operation?.standing.status;
  if (status !== 'CONFIRMED' && status !== 'REFUSED') return undefined;
  const credential = state.credentials.get(operation?.standing.credentialReference ?? '');
  const token = operation?.request.token ?? '';
  const card = state.cards.get(token);
  const common = {
    mchid: keys.mchid,
    appid: keys.appid,
    plan_id: keys.planId,
    out_contract_code: contractCode,
    contract_display_account: `**${card?.lastFour ?? ''}`,
    openid: `o${createHash('sha256').update(token).digest('base64url').slice(0, 27)}`,
  };
  if (!credential) return { ...common, contract_id: `failed${contractCode}`, contract_state: 'SIGN_FAILED' };
  const signed = {
    ...common,
    contract_id: credential.credentialReference,
    contract_signed_time: toRfc3339(new Date(credential.boundAt)),
  };
  if (credential.status !== 'ABSENT') return { ...signed, contract_state: 'SIGNED' };
  const byMerchant = state.operations.get(operationKey(provider.code, terminationOf(contractCode)));
  return {
    ...signed,
    contract_state: 'TERMINATED',
    contract_terminate_info: {
      contract_termination_mode: byMerchant?.standing.status === 'CONFIRMED' ? 'MCH_API_TERMINATE' : 'USER_TERMINATE',
      contract_terminated_time: toRfc3339(new Date(credential.removedAt ?? credential.boundAt)),
    },
  };
}
export type Contract = NonNullable<ReturnType<typeof findContract>>;

/** The merchant's number of a contract, by WeChat Pay's. */
export const findContractCode = (state: SimulatorState, provider: string, contractId: string): string | undefined =>
  state.operations
    .newestFirst()
    .find(
      ({ provider: of, request, standing }) =>
        of === provider && request.kind === 'BIND' && standing.credentialReference === contractId,
    )?.request.operationId;
