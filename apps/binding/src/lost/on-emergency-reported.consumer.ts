import type { EntityManager } from 'typeorm';
import type { EventOf } from '@bindery/event-contracts';
import type { LayLostHolds } from './lay-lost-holds';

/** Somebody else has the holder's device: all that is bound on it is held. A card that was begun meanwhile has the event taken once more. */
export const createOnEmergencyReported =
  (layLostHolds: LayLostHolds) =>
  async ({ data }: EventOf<'bindery.account.emergency-reported.v1'>, tx: EntityManager): Promise<void> => {
    const { accountId, lostDeviceId } = data;
    if (!lostDeviceId) return;
    await layLostHolds(tx, { accountId, subject: { kind: 'DEVICE', id: lostDeviceId }, channel: 'ACCOUNT_EVENT' });
  };
