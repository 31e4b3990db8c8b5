import type { Locale } from '@bindery/localisation';
import { formatMoney } from '@bindery/values';
import type { UsageRecordType } from './usage-record.type';
import type { UsageRecord } from './usage.rules';
import { say } from './usage.words';

export function toUsageRecordType(usage: UsageRecord, locale: Locale): UsageRecordType {
  const { id, cardId, bindingId, at, kind, amount, concern } = usage;
  const place = usage.place[locale];
  const what = say(locale, kind, { place, amount: amount ? formatMoney(amount, locale) : '' });
  const text = concern ? say(locale, concern, { what }) : what;
  return { id, cardId, bindingId, at, kind, amount, place, concern, text };
}
