import { err, faultOfWords, invalidField, type Id, type InvalidInput, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { BeginDispute, DisputeWish } from './begin-dispute';
import type { OpenDisputeError } from './dispute-opening.errors';

export interface OpenDisputeCommand extends Omit<DisputeWish, 'words'> {
  readonly idempotencyKey: string;
  /** Left out where the holder says by one tap that a use was not theirs. */
  readonly words?: string | null;
}

export type OpenDispute = (
  command: OpenDisputeCommand,
) => Promise<Result<{ readonly disputeId: Id<'dispute'> }, OpenDisputeError>>;

export const wordsMax = 2000;

interface OpenDisputeDeps {
  readonly once: Once;
  readonly beginDispute: BeginDispute;
  readonly security: Pick<SecurityLog, 'record'>;
  /** What stands in a dispute of a use that was opened by one tap. */
  readonly tappedWords: string;
}

/** The holder says that they did not do something (requirement 40). */
export function createOpenDispute({ once, beginDispute, security, tappedWords }: OpenDisputeDeps): OpenDispute {
  return async (command) => {
    const fault = faultOf(command);
    if (fault) return err(fault);
    const { viewer, idempotencyKey, bindingId, about, words, usageId, loanId } = command;
    const request = { bindingId, about, words, usageId, ...(loanId && { loanId }) };
    const opened = await once({ owner: viewer.accountId, operation: 'openDispute', idempotencyKey, request }, (tx) =>
      beginDispute(tx, { ...command, words: words ?? tappedWords }),
    );
    if (opened.ok) security.record('dispute-opened', { userId: viewer.accountId, labels: { subject: about } });
    return opened;
  };
}

function faultOf({ about, words, usageId, loanId }: OpenDisputeCommand): InvalidInput | undefined {
  if (about === 'UNAUTHORISED_USE' && !usageId) return invalidField('usageId', 'REQUIRED');
  if (about !== 'UNAUTHORISED_USE' && usageId) return invalidField('usageId', 'NOT_WANTED');
  if (about === 'UNAUTHORISED_LOAN' && !loanId) return invalidField('loanId', 'REQUIRED');
  if (about !== 'UNAUTHORISED_LOAN' && loanId) return invalidField('loanId', 'NOT_WANTED');
  if (words === null || words === undefined)
    return about === 'UNAUTHORISED_USE' ? undefined : invalidField('words', 'REQUIRED');
  return faultOfWords('words', words, wordsMax);
}
