import type { EntityManager } from 'typeorm';
import type { ProviderProfile } from '../catalogue';
import { hasConsentAt } from '../consents';
import { findStateBefore, type Binding } from '../lifecycle';
import { listLastOperations } from '../operations';
import { listReaders, mayStillOpen } from '../revocation';
import { toldIn, type Told } from './use-concern.rules';

interface Use {
  readonly kind: 'DOOR_OPENED' | 'PAYMENT';
  readonly at: Date;
  /** The reader that opened, where it is told. */
  readonly readerId?: string;
}

/** What the holder of a card had been told by the moment of a use; null of one that was before anything of it. */
export async function readTold(
  tx: EntityManager,
  binding: Binding,
  { kind, at, readerId }: Use,
  { purposes = [] }: Pick<ProviderProfile, 'purposes'>,
): Promise<Told | null> {
  const state = await findStateBefore(tx, binding.id, at);
  if (!state) return null;
  const isDoor = kind === 'DOOR_OPENED';
  const collectsByConsent = !isDoor && purposes.some(({ code }) => code === 'REPAYMENT_DEBIT');
  return {
    state,
    isOffReplaced: state.phase === 'REPLACED' && (await isOffReplaced(tx, binding, at)),
    mayStillOpen:
      isDoor && toldIn[state.phase] !== 'ON' && mayStillOpen(await listReaders(tx, binding.id), at, readerId),
    lacksConsent: collectsByConsent && !(await hasConsentAt(tx, binding.id, 'REPAYMENT_DEBIT', at)),
  };
}

/**
 * Whether a card that was replaced had been taken off, as its provider said: by an operation of its own, which may take its time. Until then it may be
 * charged, by what is still to go over.
 */
async function isOffReplaced(tx: EntityManager, { id }: Binding, at: Date): Promise<boolean> {
  const last = await listLastOperations(tx, [id]);
  const off = last.find(({ kind, state: ended }) => kind === 'UNBIND' && ended === 'CONFIRMED');
  const isBack = last.some(({ kind, createdAt }) => kind === 'RESTORE' && off && createdAt > off.createdAt);
  return !isBack && Boolean(off?.settledAt && at > off.settledAt);
}
