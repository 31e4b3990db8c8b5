import { err, ok, type Result } from '@bindery/kernel';
import type { Money } from '@bindery/values';
import { placedDoors } from '../providers/provider';
import type { ReaderVerdict } from './reader-check';
import { useCredential, type UseDeps } from './use-credential';

/** Holds a credential to a door's reader. */
export async function tapDoor(
  deps: UseDeps,
  doorId: string,
  credentialReference: string,
): Promise<Result<ReaderVerdict, { kind: 'DOOR_UNKNOWN' }>> {
  const placed = placedDoors(deps.providers).find(({ door }) => door.id === doorId);
  if (!placed) return err({ kind: 'DOOR_UNKNOWN' });
  const { site, door } = placed;
  const place = { 'zh-CN': `${site.name['zh-CN']} · ${door.name['zh-CN']}`, en: `${site.name.en} · ${door.name.en}` };
  return ok(await useCredential(deps, { credentialReference, kind: 'DOOR_OPENED', door: door.id, place }));
}

export interface Payment {
  readonly credentialReference: string;
  readonly amount: Money;
  readonly merchant: string;
}

/** Holds a credential to a merchant's terminal. A merchant has one name, in whatever language it chose. */
export function payAtTerminal(
  deps: UseDeps,
  { credentialReference, amount, merchant }: Payment,
): Promise<ReaderVerdict> {
  return useCredential(deps, {
    credentialReference,
    kind: 'PAYMENT',
    place: { 'zh-CN': merchant, en: merchant },
    amount,
  });
}
