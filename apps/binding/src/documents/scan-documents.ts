import type { Clock, Id } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { UnitOfWork } from '@bindery/persistence';
import { addDays, dayOf, type CalendarDay } from '@bindery/values';
import type { EntityManager } from 'typeorm';
import { documentGraceOf, type ProviderProfile } from '../catalogue';
import { listBindingsById, lockBinding, type Binding, type LockedBinding } from '../lifecycle';
import { nameKind } from '../providers';
import { dueNotice, eachPage, isDueFor, noticeDays, worksUntil } from '../validity';
import { documentHold, type BindingDocument } from './document.rules';
import { findDocument, insertDocumentNotice, listExpiring, listNoticesOf } from './documents.repository';
import { documentZone, type KeepDocument } from './keep-document';

interface ScanDocumentsDeps {
  readonly db: EntityManager;
  readonly unitOfWork: UnitOfWork;
  readonly outbox: Outbox;
  readonly keepDocument: KeepDocument;
  readonly profiles: ReadonlyMap<string, ProviderProfile>;
  readonly clock: Clock;
}

/**
 * Looks at every document whose last day is near or over. What is due is decided anew under the lock of its binding, each in a transaction of its
 * own: a run that ends half way, comes twice or late, or a clock that has jumped, does no harm.
 */
export function createScanDocuments({ db, unitOfWork, outbox, keepDocument, profiles, clock }: ScanDocumentsDeps) {
  async function look(bindingId: Id<'binding'>, today: CalendarDay): Promise<void> {
    await unitOfWork.run(async (tx) => {
      const locked = await lockBinding(tx, bindingId);
      const document = locked && (await findDocument(tx, bindingId));
      if (!document || locked.binding.state.phase !== 'BOUND') return;
      await giveNotice(tx, locked, document, today);
      await keepDocument(tx, locked);
    });
  }

  async function giveNotice(
    tx: EntityManager,
    { binding }: LockedBinding,
    document: BindingDocument,
    today: CalendarDay,
  ): Promise<void> {
    const { type: documentType, expiresOn } = document;
    const profile = profiles.get(binding.provider);
    if (expiresOn === null || !profile) return;
    const { id: bindingId, cardId, accountId, provider, kind } = binding;
    const due = dueNotice(expiresOn, today, givenFor(document, await listNoticesOf(tx, [bindingId])));
    const at = clock.now();
    if (due === null || !(await insertDocumentNotice(tx, { bindingId, expiresOn, daysBefore: due, givenAt: at })))
      return;
    const about = { bindingId, cardId, accountId, provider, providerName: profile.name, kindName: nameKind(kind) };
    const days = { expiresOn, daysBefore: due, worksUntil: worksUntil(expiresOn, documentGraceOf(profile)) };
    await outbox.append(tx, {
      type: 'bindery.document.expiring.v1',
      key: bindingId,
      data: { ...about, documentType, ...days, at: at.toISOString() },
    });
  }

  return async (): Promise<void> => {
    const today = dayOf(clock.now(), documentZone);
    const isDue = (binding: Binding, { expiresOn }: BindingDocument, given: readonly number[]): boolean => {
      const graceDays = documentGraceOf(profiles.get(binding.provider) ?? {});
      return (
        binding.state.phase === 'BOUND' && isDueFor(binding, { hold: documentHold, expiresOn, graceDays }, given, today)
      );
    };
    const until = addDays(today, noticeDays[0]);
    await eachPage(
      (after: Id<'binding'> | null, limit) => listExpiring(db, until, after, limit),
      ({ bindingId }) => bindingId,
      async (found) => {
        const ids = found.map(({ bindingId }) => bindingId);
        const [bindings, notices] = [await listBindingsById(db, ids), await listNoticesOf(db, ids)];
        const byId = new Map(bindings.map((binding) => [binding.id, binding]));
        for (const document of found) {
          const binding = byId.get(document.bindingId);
          if (binding && isDue(binding, document, givenFor(document, notices))) await look(binding.id, today);
        }
      },
    );
  };
}

type Notices = Awaited<ReturnType<typeof listNoticesOf>>;

const givenFor = ({ bindingId, expiresOn }: BindingDocument, notices: Notices): number[] =>
  notices
    .filter((one) => one.bindingId === bindingId && one.expiresOn === expiresOn)
    .map(({ daysBefore }) => daysBefore);
