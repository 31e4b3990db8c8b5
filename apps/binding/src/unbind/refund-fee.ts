import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { insertNote, type Binding } from '../lifecycle';
import { saveChargesRefunded } from './unbind.repository';

/** Gives back what a plan was charged, once, and has the card's history tell it; whether there was anything to give back. */
export async function refundFee(
  tx: EntityManager,
  binding: Pick<Binding, 'id' | 'cardId' | 'state'>,
  planId: Id<'plan'>,
  at: Date,
): Promise<boolean> {
  const isRefunded = await saveChargesRefunded(tx, planId, at);
  if (isRefunded) await insertNote(tx, binding, { fact: 'fee-refunded', reason: 'DISPUTE_UPHELD', at });
  return isRefunded;
}
