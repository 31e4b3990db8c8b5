import type { EntityManager } from 'typeorm';
import { err, type Err, type Result } from '@bindery/kernel';
import { onceOnly, type UnitOfWork } from '@bindery/persistence';
import type { RequestError } from '../lifecycle/lifecycle.errors';
import type { Caller } from './caller';

const keyPattern = /^[\w-]{16,64}$/;

/** A command as it is told apart from others and recognised when it is repeated (requirement 7). */
interface AttemptedCommand {
  readonly caller: Caller;
  readonly operation: string;
  readonly idempotencyKey: string;
  /** What is asked, in plain JSON, without secrets. */
  readonly request: unknown;
}

/**
 * Runs a command in one transaction, once for its key: a repetition gets the first answer, which must be plain JSON.
 * A refusal rolls back whatever was written before it was found.
 */
export type Attempt = <R extends Result<unknown, unknown>>(
  command: AttemptedCommand,
  work: (tx: EntityManager) => Promise<R>,
) => Promise<R | Err<RequestError>>;

class RolledBack extends Error {
  constructor(readonly refusal: Err<unknown>) {
    super('refused');
  }
}

export function createAttempt(unitOfWork: UnitOfWork): Attempt {
  return async <R extends Result<unknown, unknown>>(
    { caller, operation, idempotencyKey, request }: AttemptedCommand,
    work: (tx: EntityManager) => Promise<R>,
  ): Promise<R | Err<RequestError>> => {
    if (!keyPattern.test(idempotencyKey)) return err<RequestError>({ kind: 'INVALID_INPUT', field: 'idempotencyKey' });
    try {
      return await unitOfWork.run(async (tx) => {
        const result = await onceOnly(tx, { owner: caller.accountId, operation, key: idempotencyKey, request }, () =>
          work(tx),
        );
        if (!result.ok) throw new RolledBack(result);
        // A kept answer is the JSON of the first one.
        return result as R;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal as R | Err<RequestError>;
      throw error;
    }
  };
}
