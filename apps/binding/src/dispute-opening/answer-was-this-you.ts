import { err, ok, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { lockBinding } from '../lifecycle';
import type { BeginDispute } from './begin-dispute';
import type { AnswerWasThisYouError } from './dispute-opening.errors';
import type { KeepRemovalAnswer } from './keep-removal-answer';

export interface AnswerWasThisYouCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
  readonly itWasMe: boolean;
}

/** `disputeId` is null where it was the holder. */
export type AnswerWasThisYou = (
  command: AnswerWasThisYouCommand,
) => Promise<Result<{ readonly disputeId: Id<'dispute'> | null }, AnswerWasThisYouError>>;

interface AnswerWasThisYouDeps {
  readonly once: Once;
  readonly beginDispute: BeginDispute;
  readonly keepRemovalAnswer: KeepRemovalAnswer;
  /** What stands in a dispute that was opened by one tap. */
  readonly tappedWords: string;
}

/** A card was taken off elsewhere: the holder says whether it was them; if not, the removal is disputed with that (requirement 20). */
export function createAnswerWasThisYou({
  once,
  beginDispute,
  keepRemovalAnswer,
  tappedWords,
}: AnswerWasThisYouDeps): AnswerWasThisYou {
  return ({ viewer, idempotencyKey, bindingId, itWasMe }) =>
    once(
      { owner: viewer.accountId, operation: 'answerWasThisYou', idempotencyKey, request: { bindingId, itWasMe } },
      async (tx): Promise<Awaited<ReturnType<AnswerWasThisYou>>> => {
        const locked = await lockBinding(tx, bindingId, viewer.accountId);
        if (!locked) return err({ kind: 'NOT_FOUND' });
        // Who was not sure at first may still say that it was not them; to take that back is to wait for the decision.
        if (!(await keepRemovalAnswer(tx, locked, viewer, itWasMe))) return err({ kind: 'NOTHING_TO_ANSWER' });
        if (itWasMe) return ok({ disputeId: null });
        const wish = {
          viewer,
          bindingId,
          about: 'UNAUTHORISED_UNBIND',
          words: tappedWords,
          usageId: null,
          loanId: null,
        } as const;
        return beginDispute(tx, wish);
      },
    );
}
