import { err, faultOfWords, ok, type Clock, type Id, type Result } from '@bindery/kernel';
import type { Once } from '@bindery/persistence';
import type { SecurityLog } from '@bindery/service';
import type { Viewer } from '@bindery/trust';
import { findBinding } from '../lifecycle';
import type { CloseCaseError } from './cases.errors';
import { findCase, saveCaseClosedBy } from './cases.repository';
import { isClosedByPeople, type BindingCase } from './cases.rules';
import { tellLater } from './open-case';

export const reasonMax = 2000;

export interface CloseCaseCommand {
  /** One of our people: whoever calls has looked. */
  readonly viewer: Viewer;
  readonly idempotencyKey: string;
  readonly caseId: Id<'case'>;
  /** Why, for the holder. */
  readonly reason: string;
}

type Outcome = Result<{ readonly caseId: Id<'case'> }, CloseCaseError>;
export type CloseCase = (command: CloseCaseCommand) => Promise<Outcome>;

interface CloseCaseDeps {
  readonly once: Once;
  readonly security: Pick<SecurityLog, 'record'>;
  readonly clock: Clock;
}

/** Somebody who looked into a case closes it, once and with a reason: one that nothing else ends, and not of their own card. */
export function createCloseCase({ once, security, clock }: CloseCaseDeps): CloseCase {
  return async ({ viewer, idempotencyKey, caseId, reason }) => {
    const fault = faultOfWords('reason', reason, reasonMax);
    if (fault) return err(fault);
    const request = { caseId, reason };
    const closed = await once(
      { owner: viewer.accountId, operation: 'closeCase', idempotencyKey, request },
      async (tx): Promise<Outcome> => {
        const found: BindingCase | null = await findCase(tx, caseId);
        const of = found && (await findBinding(tx, found.bindingId));
        if (!found || !of) return err({ kind: 'NOT_FOUND' });
        if (of.binding.accountId === viewer.accountId) return err({ kind: 'CASE_NOT_CLOSED', obstacle: 'OWN_ACCOUNT' });
        if (!isClosedByPeople(found.about)) return err({ kind: 'CASE_NOT_CLOSED', obstacle: 'ENDS_BY_ITSELF' });
        const by = { closedBy: viewer.accountId, reason, closedAt: clock.now() };
        if (!(await saveCaseClosedBy(tx, caseId, by)))
          return err({ kind: 'CASE_NOT_CLOSED', obstacle: 'CLOSED_BEFORE' });
        await tellLater(tx, caseId);
        return ok({ caseId });
      },
    );
    if (closed.ok) security.record('case-closed', { userId: viewer.accountId, labels: { subject: caseId } });
    return closed;
  };
}
