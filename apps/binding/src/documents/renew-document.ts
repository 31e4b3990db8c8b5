import { err, newId, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Outbox } from '@bindery/messaging';
import type { Once, OnceRefusal } from '@bindery/persistence';
import type { Viewer } from '@bindery/trust';
import { dayOf } from '@bindery/values';
import type { Catalogue } from '../catalogue';
import { addDays, lockBinding, type NotFound, type TransitionRefused, type Transitions } from '../lifecycle';
import { nameKind } from '../providers';
import { isRenewable, isUnderWay, renewalDays } from './document.rules';
import { findDocument, findLastRenewal, insertRenewal } from './documents.repository';
import { documentZone } from './keep-document';

interface RenewDocumentCommand {
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly bindingId: Id<'binding'>;
}

/** No document of it expires soon. */
interface NothingToRenew {
  readonly kind: 'NOTHING_TO_RENEW';
}

export type RenewDocumentError = OnceRefusal | NotFound | TransitionRefused | NothingToRenew;
type Outcome = Result<{ readonly renewalId: Id<'renewal'> }, RenewDocumentError>;
export type RenewDocument = (command: RenewDocumentCommand) => Promise<Outcome>;

interface RenewDocumentDeps {
  readonly once: Once;
  readonly transitions: Pick<Transitions, 'refuse'>;
  readonly outbox: Outbox;
  readonly catalogue: Pick<Catalogue, 'profileOf'>;
  readonly clock: Clock;
}

/** The holder has a newer document: people are asked to look at it, while the card stays as it is. One that is under way already is answered. */
export function createRenewDocument({ once, transitions, outbox, catalogue, clock }: RenewDocumentDeps): RenewDocument {
  return ({ viewer: { accountId }, idempotencyKey, bindingId }) =>
    once(
      { owner: accountId, operation: 'renewDocument', idempotencyKey, request: { bindingId } },
      async (tx): Promise<Outcome> => {
        const locked = await lockBinding(tx, bindingId, accountId);
        if (!locked) return err({ kind: 'NOT_FOUND' });
        const { state, provider, kind } = locked.binding;
        if (state.phase !== 'BOUND') return err(await transitions.refuse(tx, locked.binding));
        const now = clock.now();
        const document = await findDocument(tx, bindingId);
        const { name: providerName, requirements } = catalogue.profileOf(provider);
        const { review } = requirements.BIND;
        if (!document || !review || !isRenewable(document.expiresOn, dayOf(now, documentZone)))
          return err({ kind: 'NOTHING_TO_RENEW' });
        const last = await findLastRenewal(tx, bindingId);
        if (last && isUnderWay(last, now)) return ok({ renewalId: last.id });
        const id = newId('renewal', now.getTime());
        const number = (last?.number ?? 0) + 1;
        const deadline = addDays(now, renewalDays);
        const renewal = {
          id,
          bindingId,
          accountId,
          number,
          state: 'OPEN',
          askedAt: now,
          deadline,
          decidedAt: null,
        } as const;
        await insertRenewal(tx, renewal);
        const about = { bindingId, accountId, provider, providerName, kindName: nameKind(kind), round: number };
        const asked = { documentTypes: [...review.documents], reviewers: review.reviewers };
        await outbox.append(tx, {
          type: 'bindery.document.renewal-requested.v1',
          key: bindingId,
          data: { ...about, ...asked, deadline: deadline.toISOString(), at: now.toISOString() },
        });
        return ok({ renewalId: id });
      },
    );
}
