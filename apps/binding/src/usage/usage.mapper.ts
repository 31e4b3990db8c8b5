import type { Locale } from '@bindery/localisation';
import { formatMoney } from '@bindery/values';
import type { UsageRecordType } from './usage-record.type';
import type { UsageRecord } from './usage.rules';
import { say } from './usage.words';

export function toUsageRecordType(usage: UsageRecord, locale: Locale): UsageRecordType {
  const { id, cardId, bindingId, at, kind, amount } = usage;
  const place = usage.place[locale];
  const text = say(locale, kind, { place, amount: amount ? formatMoney(amount, locale) : '' });
  return { id, cardId, bindingId, at, kind, amount, place, text };
}
