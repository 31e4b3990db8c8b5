import type { EntityManager } from 'typeorm';
import type { Clock } from '@bindery/kernel';
import type { Page, PageRequest } from '@bindery/persistence';
import { listLiveSessions } from './session.repository';
import type { Session } from './session.rules';

/** The sessions of an account that go on. Answers for any account: who may ask is decided before. */
export type ListSessions = (accountId: Session['accountId'], request: PageRequest) => Promise<Page<Session>>;

export const createListSessions =
  ({ db, clock }: { db: EntityManager; clock: Clock }): ListSessions =>
  (accountId, request) =>
    listLiveSessions(db, accountId, clock.now(), request);
