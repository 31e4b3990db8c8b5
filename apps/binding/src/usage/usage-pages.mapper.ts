import type { Locale } from '@bindery/localisation';
import type { Page, PageRequest } from '@bindery/persistence';
import { argumentError, pagedList, withTotal, type ConnectionArgs, type RequestContext } from '@bindery/subgraph';
import {
  asksForZone,
  readUsageFilter,
  type AskedUsageFilter,
  type UsageFilter,
  type UsageOwner,
} from './usage-filter.rules';
import type { UsageRecordConnection } from './usage-record.type';
import { toUsageRecordType } from './usage.mapper';
import { isUsageKey, usageKey, type UsageRecord } from './usage.rules';

export interface UsagePagesDeps {
  readonly listUsage: (owner: UsageOwner, filter: UsageFilter, page: PageRequest) => Promise<Page<UsageRecord>>;
  readonly countUsage: (owner: UsageOwner, filter: UsageFilter) => Promise<number>;
}

/** Which list it is, of whom, in whose words and days. */
interface UsagePlace {
  readonly name: string;
  readonly owner: UsageOwner;
  readonly locale: Locale;
  readonly timeZone: string | undefined;
}

/** A page of uses under its name in the graph. Throws BAD_USER_INPUT on a filter that cannot be. */
export async function toUsagePage(
  { listUsage, countUsage }: UsagePagesDeps,
  { name, owner, locale, timeZone }: UsagePlace,
  asked: AskedUsageFilter,
  args: ConnectionArgs,
): Promise<UsageRecordConnection> {
  const read = readUsageFilter(asked, 'filter', timeZone);
  if (!read.ok) {
    const { field } = read.error;
    throw argumentError({ en: `${field} cannot be that.`, 'zh-CN': `${field} 的值无效。` });
  }
  const filter = read.value;
  const list = pagedList<UsageRecord>({ name, of: [owner, filter], keyOf: usageKey, isKey: isUsageKey });
  const page = await listUsage(owner, filter, list.toPageRequest(args));
  const connection = list.toConnection(page, (usage) => toUsageRecordType(usage, locale));
  return withTotal(connection, () => countUsage(owner, filter));
}

/** The zone of who asks, where the filter names none for its days; it is not read otherwise. */
export async function zoneFor(context: RequestContext, asked: AskedUsageFilter): Promise<string | undefined> {
  return asksForZone(asked) ? context.timeZone() : undefined;
}
