import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '@bindery/trust';
import { hasEverHadDevice } from '../accounts';
import { hasCard } from '../lifecycle';
import { againIfBegun, type LayLostHolds, type LostResult } from './lay-lost-holds';
import type { ReportLostError } from './lost.errors';
import { readSubject, type LostSubject, type SubjectInput } from './lost.rules';

interface ReportLostCommand extends SubjectInput {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
}

/** As it is kept for a repetition: plain JSON. */
export interface ReportedLost {
  readonly subject: LostSubject;
  readonly since: string;
  readonly results: readonly LostResult[];
}

export type ReportLost = (command: ReportLostCommand) => Promise<Result<ReportedLost, ReportLostError>>;

interface ReportLostDeps {
  readonly once: Once;
  readonly layLostHolds: LayLostHolds;
}

/**
 * Whether it is the account's: its card, or a device that it has or had, the one it is signed in on too, which identity may not have told of yet. Of
 * one that was removed cards may still be bound.
 */
export const isOwn = async (
  tx: EntityManager,
  { accountId, deviceId }: Pick<Viewer, 'accountId'> & { readonly deviceId?: Id<'device'> },
  subject: LostSubject,
): Promise<boolean> =>
  subject.kind === 'CARD'
    ? hasCard(tx, { id: subject.id, accountId })
    : subject.id === deviceId || hasEverHadDevice(tx, accountId, subject.id);

/** A card or a device is lost: all bindings of it are held at once. Being signed in is enough, as it only tightens. */
export function createReportLost({ once, layLostHolds }: ReportLostDeps): ReportLost {
  return async ({ viewer, idempotencyKey, cardId, deviceId }) => {
    const read = readSubject({ cardId, deviceId });
    if (!read.ok) return read;
    const subject = read.value;
    const { accountId } = viewer;
    const command = { owner: accountId, operation: 'reportLost', idempotencyKey, request: { subjectId: subject.id } };
    return againIfBegun(() =>
      once(command, async (tx): Promise<Result<ReportedLost, ReportLostError>> => {
        if (!(await isOwn(tx, viewer, subject))) return err({ kind: 'NOT_FOUND' });
        const { since, results } = await layLostHolds(tx, { accountId, subject, channel: 'WALLET_APP' });
        return ok({ subject, since: since.toISOString(), results });
      }),
    );
  };
}
