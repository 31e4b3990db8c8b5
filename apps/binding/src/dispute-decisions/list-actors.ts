import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import { listEarlierDeciders, type Dispute } from '../disputes';
import { listReviewers } from '../reviews';
import { listForerunners } from '../succession';

/** Who of our people had a part in what is disputed: they let the card in, or decided about it before; of those whose place it took, too. */
export async function listActors(tx: EntityManager, dispute: Dispute): Promise<ReadonlySet<Id<'account'>>> {
  const bindingIds = [dispute.bindingId, ...(await listForerunners(tx, dispute.bindingId))];
  const deciders = await listEarlierDeciders(tx, dispute, bindingIds);
  const reviewers = await listReviewers(tx, bindingIds);
  return new Set([...deciders, ...reviewers]);
}
