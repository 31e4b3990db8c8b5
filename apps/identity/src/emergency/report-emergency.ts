import type { EntityManager } from 'typeorm';
import { err, invalidField, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Viewer } from '@bindery/trust';
import { countContactPointsSince } from '../accounts';
import { listDevicesById } from '../devices';
import {
  countSessionsSince,
  listLiveSessionIds,
  type Done,
  type EndSessions,
  type NotFound,
  type OnceSignedIn,
  type OnceSignedInRefusal,
} from '../sessions';
import { checkedDays } from './emergency.rules';

interface ReportEmergencyCommand {
  readonly idempotencyKey: string;
  readonly lostDeviceId: Id<'device'> | null;
}

/** What was done, and what there was lately: as it is kept for a repetition. */
export interface SecuredAccount {
  readonly endedSessions: number;
  readonly lostDeviceId: Id<'device'> | null;
  readonly logins: number;
  readonly contacts: number;
}

export type ReportEmergencyError = NotFound | OnceSignedInRefusal;
export type ReportEmergency = (
  viewer: Viewer,
  command: ReportEmergencyCommand,
) => Promise<Result<Done<SecuredAccount>, ReportEmergencyError>>;

interface ReportEmergencyDeps {
  readonly onceSignedIn: OnceSignedIn;
  readonly endSessions: EndSessions;
  readonly clock: Clock;
}

/**
 * Somebody else has the account or a device: all other sessions are ended, and it is published in the same transaction, so that binding holds what is
 * bound on the device whatever becomes of this service or of whoever asked.
 */
export function createReportEmergency({ onceSignedIn, endSessions, clock }: ReportEmergencyDeps): ReportEmergency {
  return async (viewer, { idempotencyKey, lostDeviceId }) => {
    if (lostDeviceId === viewer.deviceId) return err(invalidField('lostDeviceId', 'NOT_WANTED'));
    return onceSignedIn<SecuredAccount, NotFound>(
      viewer,
      { operation: 'reportEmergency', idempotencyKey, request: { lostDeviceId } },
      async (tx, account) => {
        if (lostDeviceId && !(await isOwn(tx, account.id, lostDeviceId)))
          return err({ kind: 'NOT_FOUND', field: 'lostDeviceId' });
        const now = clock.now();
        const since = new Date(now.getTime() - checkedDays * 24 * 60 * 60_000);
        const logins = await countSessionsSince(tx, account.id, since);
        const contacts = await countContactPointsSince(tx, account.id, since);
        const live = await listLiveSessionIds(tx, account.id, now);
        const sessionIds = live.filter((id) => id !== viewer.sessionId);
        const told = { ...(lostDeviceId ? { lostDeviceId } : {}), endedSessions: sessionIds.length };
        const endedSessions = await endSessions(tx, account, {
          sessionIds,
          cause: 'ENDED_ELSEWHERE',
          facts: [{ type: 'bindery.account.emergency-reported.v1', data: told }],
        });
        return ok({ endedSessions, lostDeviceId, logins, contacts });
      },
    );
  };
}

async function isOwn(tx: EntityManager, accountId: Id<'account'>, deviceId: Id<'device'>): Promise<boolean> {
  const [device] = await listDevicesById(tx, [deviceId]);
  return device?.accountId === accountId;
}
