import { createHash, createSign } from 'node:crypto';
import iconv from 'iconv-lite';
import { operationKey } from '../../records/operation';
import type { OutgoingWebhook, WebhookBody } from '../../records/outgoing-webhook';
import type { SimulatorState } from '../../state/simulator-state';
import type { Notices } from '../../webhooks/notice';
import type { StyledCompany } from '../style';
import { findSigning } from './agreements';
import type { AlipayKeys } from './keys';
import { mannersOf, signingKey } from './manners';
import { wallTime } from './wall-time';

type Fields = Readonly<Record<string, string>>;

/** Asynchronous notifications, as forms in the charset of the day; sent again until the answer is the one word. */
export const notifications = (company: StyledCompany<AlipayKeys>): Notices => ({
  toRequest(webhook, at, state) {
    const told = toFields(company, JSON.parse(webhook.body) as WebhookBody, state);
    if (!told) return undefined;
    const { charset } = mannersOf(company);
    const fields = { ...common(company, webhook, at), charset, ...told };
    return {
      headers: { 'content-type': `application/x-www-form-urlencoded; charset=${charset.toLowerCase()}` },
      body: toForm({ ...fields, sign: sign(fields, charset, signingKey(company)), sign_type: 'RSA2' }, charset),
    };
  },
  isTaken: (status, body) => status === 200 && body === 'success',
});

const common = ({ keys: { appId } }: StyledCompany<AlipayKeys>, { id }: OutgoingWebhook, at: Date): Fields => ({
  app_id: appId,
  auth_app_id: appId,
  // The same on each retry.
  notify_id: createHash('sha256').update(id).digest('hex').slice(0, 34),
  notify_time: wallTime(at),
  version: '1.0',
});

function toFields(
  { provider: { code }, keys }: StyledCompany<AlipayKeys>,
  body: WebhookBody,
  state: SimulatorState,
): Fields | undefined {
  switch (body.type) {
    case 'operation.confirmed':
    case 'operation.refused': {
      const operation = state.operations.get(operationKey(code, body.operationId));
      // Of a no Alipay tells nothing; contradicting itself it says the opposite.
      if (!operation || (body.type === 'operation.refused' && body.cause !== 'CONTRADICTION')) return undefined;
      const reference = operation.standing.credentialReference ?? '';
      const isSigned = (operation.request.kind === 'BIND') === (body.type === 'operation.confirmed');
      return isSigned ? toSigned(state, code, reference) : toEnded(state, code, reference);
    }
    case 'credential.removed':
      return toEnded(state, code, body.credentialReference);
    case 'usage.recorded':
      return {
        notify_type: 'trade_status_sync',
        trade_status: 'TRADE_SUCCESS',
        trade_no: body.usageId,
        out_trade_no: `order${body.usageId.slice(-20)}`,
        seller_id: keys.sellerId,
        subject: body.place['zh-CN'],
        total_amount: ((body.amount?.value ?? 0) / 100).toFixed(2),
        passback_params: body.credentialReference,
        gmt_create: wallTime(new Date(body.at)),
        gmt_payment: wallTime(new Date(body.at)),
      };
    default:
      return undefined;
  }
}

function toAgreed(state: SimulatorState, provider: string, reference: string): Fields {
  const signing = findSigning(state, provider, reference);
  const card = state.cards.get(signing?.request.token ?? '');
  return {
    agreement_no: reference,
    external_agreement_no: signing?.request.operationId ?? '',
    personal_product_code: 'GENERAL_WITHHOLDING_P',
    sign_scene: 'INDUSTRY|DIGITAL_WALLET',
    alipay_logon_id: `***${card?.lastFour ?? ''}`,
  };
}

function toSigned(state: SimulatorState, provider: string, reference: string): Fields {
  const signedAt = wallTime(new Date(state.credentials.get(reference)?.boundAt ?? 0));
  const times = { sign_time: signedAt, valid_time: signedAt, invalid_time: '2115-02-01 00:00:00' };
  return { notify_type: 'dut_user_sign', status: 'NORMAL', ...toAgreed(state, provider, reference), ...times };
}

function toEnded(state: SimulatorState, provider: string, reference: string): Fields {
  const { removedAt, boundAt } = state.credentials.get(reference) ?? {};
  const unsign_time = wallTime(new Date(removedAt ?? boundAt ?? 0));
  return { notify_type: 'dut_user_unsign', status: 'UNSIGN', ...toAgreed(state, provider, reference), unsign_time };
}

/** Signed over the values as they are, in the bytes of the charset, before anything is escaped. */
function sign(fields: Fields, charset: string, privateKey: string): string {
  const content = Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&');
  return createSign('RSA-SHA256').update(iconv.encode(content, charset)).sign(privateKey, 'base64');
}

export function toForm(fields: Fields, charset: string): string {
  const escaped = (text: string) =>
    [...iconv.encode(text, charset)]
      .map((byte) => {
        const character = String.fromCharCode(byte);
        if (/[A-Za-z0-9._*-]/.test(character)) return character;
        return character === ' ' ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
      })
      .join('');
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${escaped(value)}`)
    .join('&');
}
