import type { EventOf } from '@bindery/event-contracts';
import type { CountStale } from '@bindery/messaging';
import type { EntityManager } from 'typeorm';
import { saveKnownDispute, saveProofsDone } from './known-dispute.repository';
import type { KnownDispute } from './known-dispute.rules';

type DisputeFact = `bindery.dispute.${'opened' | 'upheld' | 'rejected' | 'escalated'}.v1`;
type DisputeEvent = { [Fact in DisputeFact]: EventOf<Fact> }[DisputeFact];

/** What a dispute waits for after each of its facts, and until when. One that is late is still to be decided. */
function waitAfter({ type, data }: DisputeEvent): Pick<KnownDispute, 'waitsFor' | 'deadline'> {
  if (type === 'bindery.dispute.opened.v1' || type === 'bindery.dispute.escalated.v1')
    return { waitsFor: 'DECISION', deadline: new Date(data.decideBy) };
  if (type === 'bindery.dispute.upheld.v1' && data.proveBy)
    return { waitsFor: 'PROOF', deadline: new Date(data.proveBy) };
  return { waitsFor: null, deadline: null };
}

/** Keeps what a dispute waits for. */
export function createOnDisputeChanged(countStale: CountStale) {
  return async (event: DisputeEvent, tx: EntityManager): Promise<void> => {
    const { disputeId: id, bindingId, accountId, about } = event.data;
    const sequence = Number(event.sequence);
    const dispute = { id, bindingId, accountId, about, ...waitAfter(event), sequence };
    countStale(event.type, await saveKnownDispute(tx, dispute));
  };
}

/** The holder has put the card back. */
export const onBindingRestored = ({ data }: EventOf<'bindery.binding.restored.v1'>, tx: EntityManager): Promise<void> =>
  saveProofsDone(tx, data.bindingId);
