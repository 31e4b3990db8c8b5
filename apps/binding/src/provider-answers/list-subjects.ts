import type { Clock, Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { BindingCase } from '../cases';
import { listOpenRequests } from '../lender-requests';
import { listBindingsById } from '../lifecycle';
import { listOpenActs, listOpenOperations } from '../operations';
import { isAboutAnAnswer, type Subject } from './provider-answer.rules';

type Looked = Pick<BindingCase, 'id' | 'bindingId' | 'about'>;

/** What open cases wait for an answer about, by the case; nothing for those that wait for none. */
export type ListSubjects = (db: EntityManager, cases: readonly Looked[]) => Promise<Map<Id<'case'>, Subject[]>>;

export function createListSubjects({ clock }: { readonly clock: Clock }): ListSubjects {
  return async (db, cases) => {
    const looked = cases.filter(({ about }) => isAboutAnAnswer(about));
    const ids = looked.map(({ bindingId }) => bindingId);
    const now = clock.now();
    const late = (await listOpenActs(db, ids)).filter(({ deadline }) => deadline <= now);
    const acts = new Set(late.map(({ operationId }) => operationId));
    const requests = (await listOpenRequests(db, ids)).filter(({ overdueAt }) => overdueAt !== null);
    const operations = await listOpenOperations(db, ids);
    const bindings = await listBindingsById(db, ids);
    const of = <T extends { readonly bindingId: Id<'binding'> }>(rows: readonly T[], { bindingId }: Looked) =>
      rows.filter((row) => row.bindingId === bindingId);

    const desiredOf = ({ bindingId }: Looked) => {
      const sync = bindings.find(({ id }) => id === bindingId)?.state.sync;
      return sync?.state === 'DIVERGED' ? sync.desired : null;
    };

    function subjectsOf(one: Looked): Subject[] {
      const steps = of(operations, one).filter(({ isStep }) => isStep);
      switch (one.about) {
        case 'LENDER_OVERDUE':
          return of(requests, one).map((row) => toSubject('REQUEST', row));
        case 'OBLIGATION_OVERDUE': {
          const asked = of(operations, one).filter(({ id }) => acts.has(id));
          if (asked.length > 0) return asked.map((row) => toSubject('ACT', row));
          return [{ is: 'OWED', id: one.bindingId }];
        }
        case 'DIVERGED':
          // While something is asked for, its answer says how the card stands.
          if (steps.length === 0) return [{ is: 'VIEW', id: one.bindingId, desired: desiredOf(one) }];
          return steps.map((row) => toSubject('STEP', row));
        default:
          return steps.map((row) => toSubject('STEP', row));
      }
    }
    return new Map(looked.map((one) => [one.id, subjectsOf(one)]));
  };
}

interface Asked {
  readonly id: Id<'operation'>;
  readonly kind: Extract<Subject, { kind: unknown }>['kind'];
  readonly sentAt: Date | null;
}

const toSubject = (is: 'STEP' | 'ACT' | 'REQUEST', { id, kind, sentAt }: Asked): Subject => ({
  ...{ is, id, kind },
  isSent: sentAt !== null,
});
