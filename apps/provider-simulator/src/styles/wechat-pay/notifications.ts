import { randomUUID } from 'node:crypto';
import { systemClock } from '@bindery/kernel';
import type { OutgoingWebhook, WebhookBody } from '../../records/outgoing-webhook';
import type { SimulatorState } from '../../state/simulator-state';
import type { Notices } from '../../webhooks/notice';
import type { StyledCompany } from '../style';
import { contractCodeOf, findContract, findContractCode, type Contract } from './contracts';
import { encryptResource } from './encrypt-resource';
import type { WeChatPayKeys } from './keys';
import { platformKeysOf } from './platform-keys';
import { toRfc3339 } from './shanghai-time';

type Company = StyledCompany<WeChatPayKeys>;

interface Event {
  readonly type: 'ENTRUST.SIGN' | 'ENTRUST.TERMINATE' | 'TRANSACTION.SUCCESS';
  readonly summary: string;
  readonly originalType: 'entrust' | 'transaction';
  readonly resource: object;
}

/** WeChat Pay tells that a contract was signed, has ended, or was paid by; never that somebody would not sign, or has to. */
export function notifications(company: Company): Notices {
  const bodyOf = (webhook: OutgoingWebhook, at: Date, state: SimulatorState): string | undefined => {
    const event = toEvent(state, company, JSON.parse(webhook.body) as WebhookBody);
    return event && JSON.stringify(toNotification(webhook, event, at, company.keys.apiV3Key));
  };
  const toRequest = (body: string, signed: Record<string, string>) => ({
    headers: { 'content-type': 'application/json', 'request-id': randomUUID(), ...signed },
    body,
  });

  return {
    async toRequest(webhook, at, state) {
      const body = bodyOf(webhook, at, state);
      if (body === undefined) return undefined;
      return toRequest(body, await platformKeysOf(company, state).signNotification(body, at));
    },
    byUnknownKey(webhook, at, state) {
      const body = bodyOf(webhook, at, state);
      if (body === undefined) return undefined;
      return Promise.resolve(toRequest(body, platformKeysOf(company, state).signByStranger(body, at)));
    },
    // 200 or 204; 200 may say that it failed all the same.
    isTaken: (status, body) => status === 204 || (status === 200 && !body.includes('"FAIL"')),
  };
}

const toNotification = (webhook: OutgoingWebhook, event: Event, at: Date, apiV3Key: string) => ({
  id: webhook.id,
  create_time: toRfc3339(at),
  event_type: event.type,
  resource_type: 'encrypt-resource',
  summary: event.summary,
  resource: {
    original_type: event.originalType,
    ...encryptResource(JSON.stringify(event.resource), apiV3Key, event.originalType),
  },
});

function toEvent(state: SimulatorState, company: Company, body: WebhookBody): Event | undefined {
  switch (body.type) {
    case 'operation.confirmed': {
      const code = contractCodeOf(body.operationId);
      const contract = findContract(state, company, code);
      // However late it comes, a signing tells what was signed.
      return ofContract(code === body.operationId ? asSigned(contract) : contract);
    }
    case 'operation.refused':
      return body.cause === 'CONTRADICTION' ? contradiction(state, company, body.operationId) : undefined;
    case 'credential.removed': {
      const code = findContractCode(state, company.provider.code, body.credentialReference);
      return code === undefined ? undefined : ofContract(findContract(state, company, code));
    }
    case 'usage.recorded':
      return ofPayment(company, body);
    default:
      return undefined;
  }
}

function ofContract(contract: Contract | undefined): Event | undefined {
  if (!contract || contract.contract_state === 'SIGN_FAILED') return undefined;
  return contract.contract_state === 'SIGNED'
    ? { type: 'ENTRUST.SIGN', summary: '委托代扣签约通知', originalType: 'entrust', resource: contract }
    : { type: 'ENTRUST.TERMINATE', summary: '委托代扣解约通知', originalType: 'entrust', resource: contract };
}

const asSigned = (contract: Contract | undefined): Contract | undefined =>
  contract?.contract_state === 'TERMINATED'
    ? { ...contract, contract_state: 'SIGNED', contract_terminate_info: undefined }
    : contract;

/** The opposite of what is: that a contract has ended which stands, or was signed, once more, which has ended. */
function contradiction(state: SimulatorState, company: Company, operationId: string): Event | undefined {
  const contract = findContract(state, company, contractCodeOf(operationId));
  if (contract?.contract_state === 'TERMINATED') return ofContract(asSigned(contract));
  return contract?.contract_state === 'SIGNED'
    ? ofContract({
        ...contract,
        contract_state: 'TERMINATED',
        contract_terminate_info: {
          contract_termination_mode: 'USER_TERMINATE',
          contract_terminated_time: toRfc3339(systemClock.now()),
        },
      })
    : undefined;
}

function ofPayment({ keys }: Company, use: Extract<WebhookBody, { type: 'usage.recorded' }>): Event | undefined {
  const { usageId, credentialReference, amount, place, at } = use;
  if (!amount) return undefined;
  const { value: total, currency } = amount;
  return {
    type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    originalType: 'transaction',
    resource: {
      mchid: keys.mchid,
      appid: keys.appid,
      out_trade_no: usageId.replace(/\W|_/g, '').slice(-32),
      transaction_id: usageId,
      trade_type: 'PAP',
      trade_state: 'SUCCESS',
      trade_state_description: '支付成功',
      description: place['zh-CN'],
      attach: credentialReference,
      success_time: toRfc3339(new Date(at)),
      amount: { total, payer_total: total, currency, payer_currency: currency },
    },
  };
}
