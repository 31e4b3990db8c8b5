import type { FollowRequest } from '../lender-requests';
import { operationJobs } from '../operations';

/** The lender has answered: the old one can be taken off there, unless something else goes over still. */
export const followMove: FollowRequest = async (tx, _request, _outcome, { binding: { id, previousBindingId } }) => {
  if (previousBindingId === null) throw new Error(`${id} was moved from nowhere`);
  const succession = { successorId: id, predecessorId: previousBindingId };
  await operationJobs.enqueue(tx, 'carry-mandates', succession, { jobKey: `carry ${previousBindingId}` });
};
