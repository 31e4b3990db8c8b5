import type { RequestContext } from '@bindery/subgraph';
import type { GetTimeZone } from './get-time-zone';

/** The account's time zone, read once a request. */
export const loadTimeZone = (context: RequestContext, accountId: string, getTimeZone: GetTimeZone): Promise<string> =>
  context.loader<string, string>('time-zone', (accountIds) => Promise.all(accountIds.map(getTimeZone))).load(accountId);
