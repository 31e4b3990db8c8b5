import type { Id } from '@bindery/kernel';
import type { ActivationOutcome, OperationRequest, QueryOutcome, SendOutcome } from '../../connector';
import type { ObligationRequest } from '../../connector.rules';
import { operationAnswer, problemAnswer } from './protocol';
import type { Reply } from '../../signed/signed-client';

/**
 * What is known after an operation was sent. Success is never guessed and neither is failure:
 *
 * | answer | outcome |
 * |---|---|
 * | 200, 202 that names this operation | as it says; a confirmed bind must name its credential |
 * | 400, 422 with a code | REFUSED: the provider looked at it and did nothing. Not IDEMPOTENCY_KEY_REUSED: something was done under this id |
 * | anything else | UNKNOWN: other statuses may come from a proxy, a limit, a deployment; timeouts, broken and unreadable answers say nothing |
 */
export function toSendOutcome(request: OperationRequest | ObligationRequest, reply: Reply): SendOutcome {
  if (reply.kind === 'NO_ANSWER') return unknown(reply.detail);
  if (reply.status === 200 || reply.status === 202) {
    const standing = toStanding(request.operationId, reply);
    // The provider's own step is told by message or query; for the sender the operation is under way.
    if (standing?.status === 'ACTIVATION_REQUIRED') return { ...standing, status: 'PENDING' };
    if (!standing) return unknown('unreadable answer');
    return namesCredential(request, standing) ? standing : unknown('confirmed without a credential');
  }
  const refusal =
    reply.status === 400 || reply.status === 422 ? problemAnswer.safeParse(reply.body).data?.code : undefined;
  if (refusal === undefined || refusal === 'IDEMPOTENCY_KEY_REUSED') return unknown(`status ${reply.status}`);
  return { status: 'REFUSED', cause: refusal };
}

/** How an operation stands. Only the provider's own word for it makes it one that it has never heard of. */
export function toQueryOutcome(operationId: Id<'operation'>, reply: Reply): QueryOutcome {
  if (reply.kind === 'NO_ANSWER') return { status: 'UNAVAILABLE', detail: reply.detail };
  if (reply.status === 200)
    return toStanding(operationId, reply) ?? { status: 'UNAVAILABLE', detail: 'unreadable answer' };
  if (reply.status === 404 && problemAnswer.safeParse(reply.body).data?.code === 'OPERATION_UNKNOWN')
    return { status: 'OPERATION_UNKNOWN' };
  return { status: 'UNAVAILABLE', detail: `status ${reply.status}` };
}

/** What rejections of codes are called here; any other cause that is a code stays what it is. */
const rejections: Readonly<Record<string, string>> = {
  CODE_WRONG: 'CODE_WRONG',
  CODE_EXPIRED: 'CODE_EXPIRED',
  INVITATION_MISSING: 'INVITATION_MISSING',
};

/** What became of a code. The last wrong one ends the operation; what is unclear is asked for later, never sent again by itself. */
export function toActivationOutcome(operationId: Id<'operation'>, reply: Reply): ActivationOutcome {
  if (reply.kind === 'NO_ANSWER') return { status: 'UNAVAILABLE', detail: reply.detail };
  if (reply.status === 200) {
    const standing = toStanding(operationId, reply);
    if (standing?.status === 'CONFIRMED' && standing.credentialReference === undefined) return { status: 'PENDING' };
    if (standing && standing.status !== 'ACTIVATION_REQUIRED') return standing;
    return { status: 'UNAVAILABLE', detail: 'unreadable answer' };
  }
  const problem = reply.status === 422 ? problemAnswer.safeParse(reply.body).data : undefined;
  if (problem?.code === 'CODE_USED_UP') return { status: 'REFUSED', cause: 'TOO_MANY_TRIES' };
  if (!problem) return { status: 'UNAVAILABLE', detail: `status ${reply.status}` };
  const { code, attemptsLeft } = problem;
  return {
    status: 'REJECTED',
    reason: rejections[code] ?? 'REFUSED',
    ...(attemptsLeft !== undefined && { attemptsLeft }),
  };
}

type Standing = Exclude<QueryOutcome, { status: 'OPERATION_UNKNOWN' | 'UNAVAILABLE' }>;

/** An answer about another operation is no answer to this one. */
function toStanding(operationId: Id<'operation'>, reply: Extract<Reply, { kind: 'ANSWER' }>): Standing | undefined {
  const { data } = operationAnswer.safeParse(reply.body);
  if (data?.operationId !== operationId) return undefined;
  const { operationId: _, ...standing } = data;
  return standing;
}

function namesCredential({ kind }: OperationRequest | ObligationRequest, standing: Standing): boolean {
  return kind !== 'BIND' || standing.status !== 'CONFIRMED' || standing.credentialReference !== undefined;
}

const unknown = (detail: string): SendOutcome => ({ status: 'UNKNOWN', detail });
