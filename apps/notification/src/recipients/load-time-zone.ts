import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@bindery/subgraph';
import { findTimeZone } from './recipient.repository';
import { defaultTimeZone } from './time-zone.rules';

/** The time zone in which an account reads moments, an IANA name; read once a request. */
export type LoadTimeZone = (context: Pick<RequestContext, 'loader'>, accountId: string) => Promise<string>;

export function createLoadTimeZone(db: EntityManager): LoadTimeZone {
  const readOne = async (accountId: string) => (await findTimeZone(db, accountId)) ?? defaultTimeZone;
  return ({ loader }, accountId) =>
    loader<string, string>('time-zone', (accountIds) => Promise.all(accountIds.map(readOne))).load(accountId);
}
