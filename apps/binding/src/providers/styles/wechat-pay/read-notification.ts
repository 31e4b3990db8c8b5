import { err, ok, parseJson, type Result } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { InboundFault, InboundMessage } from '../../connector-style';
import { operationOf } from './contract-code';
import { isOurs, type Template } from './look-at-contract';
import { contract, notification, transaction } from './protocol';
import { decryptResource, encryptedResource } from './resource-cipher';
import { findTermination, saveContractId } from './wechat-operation.repository';

export interface NotificationDeps {
  readonly provider: string;
  readonly template: Template;
  readonly apiV3Key: string;
  readonly db: EntityManager;
}

type Body = { readonly type: string } & Readonly<Record<string, unknown>>;
type Read = (resource: unknown, deps: NotificationDeps) => Promise<Result<Body, InboundFault>>;

const malformed = (field: string) => err({ code: 'REQUEST_MALFORMED', field } as const);

/** A contract was signed. What it is called at WeChat Pay is learnt here, of contracts that were asked for here. */
const readSigned: Read = async (resource, { provider, template, db }) => {
  const { data: told } = contract.safeParse(resource);
  if (!told || !isOurs(told, template)) return malformed('resource');
  const operationId = operationOf(told.out_contract_code);
  if (told.contract_state !== 'SIGNED' || !operationId) return malformed('resource.contract_state');
  const { contract_id: credentialReference } = told;
  // One of another name, or of a number that nobody here gave out, is no contract of ours, whoever signed the message.
  if (!(await saveContractId(db, provider, operationId, credentialReference))) return malformed('resource.contract_id');
  return ok({ type: 'operation.confirmed', operationId, credentialReference });
};

/** A contract has ended: by our wish, which confirms the unbind that asked for it, or by somebody else's. */
const readTerminated: Read = async (resource, { provider, template, db }) => {
  const { data: told } = contract.safeParse(resource);
  if (!told || !isOurs(told, template)) return malformed('resource');
  const byUs = told.contract_terminate_info?.contract_termination_mode === 'MCH_API_TERMINATE';
  const asked = byUs ? await findTermination(db, provider, told.out_contract_code) : null;
  return ok(
    asked
      ? { type: 'operation.confirmed', operationId: asked.operationId }
      : { type: 'credential.removed', credentialReference: told.contract_id },
  );
};

/** Somebody paid. A merchant has one name, in whatever language it chose; what the holder paid may be less than the price. */
const readPaid: Read = async (resource, { template }) => {
  const { data: told } = transaction.safeParse(resource);
  if (!told || told.mchid !== template.mchid || told.appid !== template.appid || told.trade_state !== 'SUCCESS')
    return malformed('resource');
  const { amount, description } = told;
  return ok({
    type: 'usage.recorded',
    usageId: told.transaction_id,
    credentialReference: told.attach,
    kind: 'PAYMENT',
    place: { 'zh-CN': description, en: description },
    amount: { value: amount.payer_total ?? amount.total, currency: amount.currency },
    at: told.success_time,
  });
};

const readers: Readonly<Record<string, Read>> = {
  'ENTRUST.SIGN': readSigned,
  'ENTRUST.TERMINATE': readTerminated,
  'TRANSACTION.SUCCESS': readPaid,
};

/** What a notification says, whose signature is good; its resource is decrypted with the APIv3 key. */
export async function readNotification(
  text: string,
  deps: NotificationDeps,
): Promise<Result<InboundMessage, InboundFault>> {
  const { data: notice } = notification.safeParse(parseJson(text));
  if (!notice) return malformed('id');
  const { id, event_type: type } = notice;
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  // Of a kind that nobody here takes, e.g. a payment that failed: heard, and no more.
  if (!read) return ok({ id, body: { type } });
  const encrypted = encryptedResource.safeParse(notice.resource);
  const plain = encrypted.success ? decryptResource(encrypted.data, deps.apiV3Key) : undefined;
  if (plain === undefined) return malformed('resource.ciphertext');
  const body = await read(parseJson(plain), deps);
  return body.ok ? ok({ id, body: body.value }) : body;
}
