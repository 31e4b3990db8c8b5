import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { openOperation, type OperationKind } from '@bindery/card-lifecycle';
import type { OperationRequest, SentKind } from '../providers';
import { findBinding } from '../lifecycle';
import { findOperation } from './operation.repository';

/** An operation whose answer is awaited, with what its provider has to be told. */
export interface OpenOperation {
  readonly operationId: Id<'operation'>;
  readonly bindingId: Id<'binding'>;
  readonly provider: string;
  readonly kind: SentKind;
  /** What is awaited under its id now: the answer, or after it the provider's own step. */
  readonly awaited: OperationKind;
  readonly createdAt: Date;
  readonly deadline: Date;
  /** The request has left, or may have. */
  readonly isSent: boolean;
  readonly asked: number;
  readonly token: string | null;
  readonly credentialReference: string | null;
  /** Of a bind: what the provider calls the card of the binding before it. */
  readonly followsCredentialReference: string | null;
}

/** Null when it has been answered, or given up for another. */
export async function readOpenOperation(
  tx: EntityManager,
  operationId: Id<'operation'>,
): Promise<OpenOperation | null> {
  const row = await findOperation(tx, operationId);
  if (row?.state !== 'OPEN') return null;
  const { bindingId, provider, kind, asked, createdAt } = row;
  const isSent = row.sentAt !== null;
  const found = await findBinding(tx, bindingId);
  const open = found && openOperation(found.binding.state.sync);
  if (!found || open?.id !== operationId) return null;
  const { token } = found.card;
  const { credentialReference, previousBindingId } = found.binding;
  const previous = kind === 'BIND' && previousBindingId ? await findBinding(tx, previousBindingId) : null;
  return {
    operationId,
    bindingId,
    provider,
    kind,
    awaited: open.kind,
    createdAt,
    deadline: new Date(open.deadline),
    isSent,
    asked,
    token,
    credentialReference,
    followsCredentialReference: previous?.binding.credentialReference ?? null,
  };
}

/** What its provider is sent, and asked about; undefined where the card's token is gone. */
export function toRequest({
  operationId,
  kind,
  token,
  credentialReference,
  followsCredentialReference,
}: OpenOperation): OperationRequest | undefined {
  if (token === null) return undefined;
  return {
    operationId,
    kind,
    token,
    ...(credentialReference === null ? {} : { credentialReference }),
    ...(followsCredentialReference === null ? {} : { followsCredentialReference }),
  };
}
