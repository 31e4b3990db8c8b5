import type { Clock, Id } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import { insertNote, lockBinding } from '../lifecycle';
import { findCase, lockCase, saveAnswerMissed } from './cases.repository';
import { watchPromise } from './open-case';
import { missAnswer } from './promises.rules';

interface MeetPromiseDeps {
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  /** What a provider is called. */
  readonly nameOf: (provider: string) => InBothLanguages;
  readonly clock: Clock;
}

/**
 * A case was not answered by the time its holder was told: it is overdue, they are told so, once for each promise, and the next one is made and watched.
 * It stays open, as being late ends nothing. Does nothing where it is closed, or there is none; looks again later where the time has not come.
 */
export const createMeetPromise =
  ({ unitOfWork, outbox, nameOf, clock }: MeetPromiseDeps) =>
  (caseId: Id<'case'>): Promise<void> =>
    unitOfWork.run(async (tx) => {
      const known = await findCase(tx, caseId);
      const locked = known && (await lockBinding(tx, known.bindingId));
      const found = locked && (await lockCase(tx, caseId));
      if (!found || found.closedAt) return;
      const now = clock.now();
      const missed = missAnswer(found, now);
      // This clock is behind the one that set the timer, or another run of it was first.
      if (!missed) return watchPromise(tx, found);
      await saveAnswerMissed(tx, caseId, missed);
      await watchPromise(tx, { id: caseId, answerBy: missed.answerBy });
      const { id: bindingId, cardId, accountId, provider } = locked.binding;
      await insertNote(tx, locked.binding, { fact: 'case-overdue', reason: found.about, at: now });
      const subject = { caseId, bindingId, cardId, accountId, provider, providerName: nameOf(provider) };
      const promises = { promisedBy: found.answerBy.toISOString(), answerBy: missed.answerBy.toISOString() };
      await outbox.append(tx, {
        type: 'bindery.case.overdue.v1',
        key: caseId,
        sequence: missed.answersMissed,
        data: { ...subject, about: found.about, ...promises, at: now.toISOString() },
      });
    });
