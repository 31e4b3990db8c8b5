import { err, invalidField, ok, type Clock, type Result, type Id } from '@bindery/kernel';
import type { Once, OnceRefusal } from '@bindery/persistence';
import { listNotificationsById, newestFirst, type Notification } from '../alerts';
import { countUnread, lockOwnNotifications, saveRead } from './inbox.repository';

export interface MarkNotificationsReadCommand {
  readonly accountId: Id<'account'>;
  readonly idempotencyKey: string;
  readonly ids: readonly Id<'notification'>[];
}

export type MarkNotificationsReadError = { readonly kind: 'NOT_FOUND' } | OnceRefusal;

export interface MarkedRead {
  /** Newest first; a repetition may come after the oldest were deleted by age. */
  readonly notifications: readonly Notification[];
  /** Of the whole inbox. */
  readonly unreadCount: number;
}

/** Marks an account's notifications as read and answers them as they are now. One unknown or foreign id, and nothing is done. */
export type MarkNotificationsRead = (
  command: MarkNotificationsReadCommand,
) => Promise<Result<MarkedRead, MarkNotificationsReadError>>;

interface MarkNotificationsReadDeps {
  readonly once: Once;
  readonly clock: Clock;
}

/** A page of the inbox has no more. */
const idsMax = 100;

export function createMarkNotificationsRead({ once, clock }: MarkNotificationsReadDeps): MarkNotificationsRead {
  return async ({ accountId, idempotencyKey, ids }) => {
    if (ids.length < 1 || ids.length > idsMax) return err(invalidField('ids', 'TOO_MANY', idsMax));
    const operation = 'markNotificationsRead';
    return once(
      { owner: accountId, operation, idempotencyKey, request: ids },
      async (tx) => {
        const wanted = [...new Set(ids)];
        const owned = await lockOwnNotifications(tx, accountId, wanted);
        if (owned.ids.length < wanted.length) return err({ kind: 'NOT_FOUND' as const });
        await saveRead(tx, owned, clock.now());
        return ok(wanted);
      },
      async (tx, marked) => ({
        notifications: newestFirst(await listNotificationsById(tx, accountId, marked)),
        unreadCount: await countUnread(tx, accountId),
      }),
    );
  };
}
