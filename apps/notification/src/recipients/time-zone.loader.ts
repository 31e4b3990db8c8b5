import type { Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@bindery/subgraph';
import { findTimeZone } from './recipient.repository';
import { defaultTimeZone } from '@bindery/localisation';

/** The time zone in which an account reads moments, an IANA name; read once a request. */
export type LoadTimeZone = (context: Pick<RequestContext, 'loader'>, accountId: Id<'account'>) => Promise<string>;

export function createLoadTimeZone(db: EntityManager): LoadTimeZone {
  const readOne = async (accountId: Id<'account'>) => (await findTimeZone(db, accountId)) ?? defaultTimeZone;
  return ({ loader }, accountId) =>
    loader<Id<'account'>, string>('time-zone', (accountIds) => Promise.all(accountIds.map(readOne))).load(accountId);
}
