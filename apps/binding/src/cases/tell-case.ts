import type { Id } from '@bindery/kernel';
import type { InBothLanguages } from '@bindery/localisation';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import type { EntityManager } from 'typeorm';
import { insertNote, lockBinding, type Binding } from '../lifecycle';
import { findCase, lockCase, saveCaseTold } from './cases.repository';
import { endedBy, seenBy, type BindingCase } from './cases.rules';

interface TellCaseDeps {
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  /** What a provider is called. */
  readonly nameOf: (provider: string) => InBothLanguages;
}

/**
 * Tells the holder, by an entry of the card's history and an event each, that people look into something, and how that has ended: once, in this order,
 * and at the moment at which it was, however late it is told.
 */
export function createTellCase({ unitOfWork, outbox, nameOf }: TellCaseDeps) {
  const subjectOf = ({ id: caseId, about }: BindingCase, { id, cardId, accountId, provider }: Binding) => ({
    ...{ caseId, bindingId: id, cardId, accountId, provider, providerName: nameOf(provider), about },
  });

  async function tellOpened(tx: EntityManager, opened: BindingCase, binding: Binding): Promise<void> {
    const { id: key, about, openedAt: at, answerBy, mandates } = opened;
    await insertNote(tx, binding, { fact: 'case-opened', reason: about, at, by: { channel: seenBy[about] } });
    const more = { answerBy: answerBy.toISOString(), ...(mandates ? { mandates: [...mandates] } : {}) };
    const data = { ...subjectOf(opened, binding), ...more, at: at.toISOString() };
    await outbox.append(tx, { type: 'bindery.case.opened.v1', key, data });
  }

  async function tellClosed(tx: EntityManager, closed: BindingCase, at: Date, binding: Binding): Promise<void> {
    const { id: key, about, closedBy, reason } = closed;
    await insertNote(tx, binding, { fact: 'case-closed', reason: about, at, by: endedBy(closed) });
    const more = closedBy ? { closedBy: 'PEOPLE', ...(reason ? { reason } : {}) } : { closedBy: 'ITSELF' };
    const data = { ...subjectOf(closed, binding), ...more, at: at.toISOString() };
    await outbox.append(tx, { type: 'bindery.case.closed.v1', key, data });
  }

  return (caseId: Id<'case'>): Promise<void> =>
    unitOfWork.run(async (tx) => {
      const known = await findCase(tx, caseId);
      const locked = known && (await lockBinding(tx, known.bindingId));
      const found = locked && (await lockCase(tx, caseId));
      if (!found || found.told === 'CLOSED') return;
      if (found.told === null) await tellOpened(tx, found, locked.binding);
      if (found.closedAt) await tellClosed(tx, found, found.closedAt, locked.binding);
      await saveCaseTold(tx, caseId, found.closedAt ? 'CLOSED' : 'OPENED');
    });
}
