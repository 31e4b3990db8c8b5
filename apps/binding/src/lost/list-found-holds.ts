import { isSameHold, type HoldKey } from '@bindery/card-lifecycle';
import type { EntityManager } from 'typeorm';
import type { Binding } from '../lifecycle';
import { cardLostHold, deviceLostHold, lostHoldOf } from './lost-hold.rules';
import { listFound } from './lost.repository';

type Held = Pick<Binding, 'accountId' | 'cardId' | 'deviceId' | 'state'>;

/**
 * The holds of each of these bindings that are left of a report which its holder has taken back by a proof: its provider would not lift them then.
 * Asking it again needs no other proof. In the order of the bindings; nothing is read where nothing is held so.
 */
export async function listFoundHolds(db: EntityManager, bindings: readonly Held[]): Promise<readonly HoldKey[][]> {
  const held = bindings.filter(({ state }) => lostHoldOf(state.holds));
  const found = await listFound(
    db,
    held.flatMap(({ cardId, deviceId }) => [cardId, deviceId]),
  );
  return bindings.map(({ accountId, cardId, deviceId, state }) => {
    const isFound = (subjectId: string) =>
      found.some((report) => report.accountId === accountId && report.subjectId === subjectId);
    const reports = [
      { key: cardLostHold, subjectId: cardId },
      { key: deviceLostHold, subjectId: deviceId },
    ];
    return reports
      .filter(({ key, subjectId }) => state.holds.some((one) => isSameHold(one, key)) && isFound(subjectId))
      .map(({ key }) => key);
  });
}
