import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { WeChatOperationRow } from './wechat-operation.entity';

type NewOperation = Pick<WeChatOperationRow, 'operationId' | 'provider' | 'kind' | 'contractCode' | 'token'>;

/** Before the request leaves; one that is there already stays as it is. */
export async function insertOperation(db: EntityManager, operation: NewOperation): Promise<void> {
  const { operationId, provider, kind, contractCode, token } = operation;
  await db.query(
    `INSERT INTO wechat_pay_operation (operation_id, provider, kind, contract_code, token) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (operation_id) DO NOTHING`,
    [operationId, provider, kind, contractCode, token],
  );
}

export const findAsked = (
  db: EntityManager,
  provider: string,
  operationId: Id<'operation'>,
): Promise<WeChatOperationRow | null> => db.findOneBy(WeChatOperationRow, { provider, operationId });

/** The bind that a contract came of. */
export const findContract = (
  db: EntityManager,
  provider: string,
  contractId: string,
): Promise<WeChatOperationRow | null> => db.findOneBy(WeChatOperationRow, { provider, contractId, kind: 'BIND' });

/** The newest bind of a card whose contract has no name at WeChat Pay yet. */
export async function findUnsigned(
  db: EntityManager,
  provider: string,
  token: string,
): Promise<WeChatOperationRow | null> {
  const newest = { where: { provider, token, kind: 'BIND' as const }, order: { operationId: 'DESC' as const } };
  const found = await db.findOne(WeChatOperationRow, newest);
  return found?.contractId === null ? found : null;
}

/** The newest unbind that asked for the end of a contract. */
export const findTermination = (
  db: EntityManager,
  provider: string,
  contractCode: string,
): Promise<WeChatOperationRow | null> =>
  db.findOne(WeChatOperationRow, {
    where: { provider, contractCode, kind: 'UNBIND' },
    order: { operationId: 'DESC' },
  });

export async function saveSignLink(
  db: EntityManager,
  operationId: Id<'operation'>,
  link: { readonly signUrl: string; readonly signUntil: Date },
): Promise<void> {
  await db.update(WeChatOperationRow, { operationId }, link);
}

/** A contract has one name for ever; what says another one is not believed. False where there is no such bind of ours, or it has another. */
export async function saveContractId(
  db: EntityManager,
  provider: string,
  operationId: Id<'operation'>,
  contractId: string,
): Promise<boolean> {
  const saved: [unknown[], number] = await db.query(
    `UPDATE wechat_pay_operation SET contract_id = $3
     WHERE operation_id = $1 AND provider = $2 AND kind = 'BIND' AND (contract_id IS NULL OR contract_id = $3)`,
    [operationId, provider, contractId],
  );
  return saved[1] === 1;
}
