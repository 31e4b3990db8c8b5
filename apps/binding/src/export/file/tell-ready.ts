import type { EntityManager } from 'typeorm';
import type { Outbox } from '@bindery/messaging';
import type { UsageExport } from '../export.rules';

/** Tells others of a file that can be fetched, in the transaction that finishes it. */
export type TellReady = (
  tx: EntityManager,
  ready: Pick<UsageExport, 'id' | 'accountId' | 'format' | 'rowsDone' | 'expiresAt'>,
  at: Date,
) => Promise<void>;

export const createTellReady =
  (outbox: Outbox): TellReady =>
  (tx, { id, accountId, format, rowsDone, expiresAt }, at) =>
    outbox.append(tx, {
      type: 'bindery.export.ready.v1',
      key: id,
      // An export is finished once.
      sequence: 1,
      data: {
        exportId: id,
        accountId,
        format,
        records: rowsDone,
        keptUntil: expiresAt.toISOString(),
        at: at.toISOString(),
      },
    });
