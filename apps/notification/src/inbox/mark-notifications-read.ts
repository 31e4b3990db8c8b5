import { err, ok, type Clock, type Result } from '@bindery/kernel';
import { onceOnly, type IdempotencyKeyReused, type UnitOfWork } from '@bindery/persistence';

export interface MarkNotificationsReadCommand {
  readonly accountId: string;
  readonly idempotencyKey: string;
  readonly ids: readonly string[];
}

export type MarkNotificationsReadError = { readonly kind: 'NOT_FOUND' } | IdempotencyKeyReused;

/** Marks an account's notifications as read and answers their ids. One unknown or foreign id, and nothing is done. */
export type MarkNotificationsRead = (
  command: MarkNotificationsReadCommand,
) => Promise<Result<readonly string[], MarkNotificationsReadError>>;

export function createMarkNotificationsRead({
  unitOfWork,
  clock,
}: {
  unitOfWork: UnitOfWork;
  clock: Clock;
}): MarkNotificationsRead {
  return ({ accountId, idempotencyKey, ids }) =>
    unitOfWork.run((tx) =>
      onceOnly(
        tx,
        { owner: accountId, operation: 'markNotificationsRead', key: idempotencyKey, request: ids },
        async () => {
          const wanted = [...new Set(ids)];
          const owned: { id: string }[] = await tx.query(
            'SELECT id FROM notification WHERE account_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE',
            [accountId, wanted],
          );
          if (owned.length < wanted.length) return err({ kind: 'NOT_FOUND' });
          await tx.query(
            'UPDATE notification SET read_at = $3 WHERE account_id = $1 AND id = ANY($2) AND read_at IS NULL',
            [accountId, wanted, clock.now()],
          );
          return ok(wanted);
        },
      ),
    );
}
