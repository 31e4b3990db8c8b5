import { createNewest, type Id } from '@bindery/kernel';
import { toMajor } from '@bindery/values';
import type { UsageRecord } from '../../usage';
import { byteOrderMark, toCell, toLine, toNumberCell } from './csv.rules';
import type { ExportFormat, ExportOrder } from '../export.rules';
import { say } from '../export.words';

/** What people call the card and the provider of a use. */
export interface NamesOfExport {
  readonly cardName: (cardId: Id<'card'>) => string;
  readonly providerName: (code: string) => string;
}

type Order = Pick<ExportOrder, 'locale' | 'timeZone'>;

/** A file in pieces: what it begins with, its records as they come, what it ends with. No biometrics, no number of a card, nothing but uses. */
export interface RecordWriter {
  head(order: Order): string;
  records(records: readonly UsageRecord[], order: Order, names: NamesOfExport, isFirst: boolean): string;
  tail(): string;
}

const csv: RecordWriter = {
  head({ locale, timeZone }) {
    const columns = ['at', 'atUtc', 'kind', 'place', 'amount', 'currency', 'provider', 'card', 'id'] as const;
    return byteOrderMark + toLine(columns.map((column) => toCell(say(locale, `head.${column}`, { zone: timeZone }))));
  },
  records: (records, { locale, timeZone }, { cardName, providerName }) =>
    records
      .map(({ id, at, kind, place, amount, provider, cardId }) =>
        toLine([
          localTime(at, timeZone),
          at.toISOString(),
          toCell(say(locale, `kind.${kind}`)),
          toCell(place[locale]),
          amount ? toNumberCell(toMajor(amount)) : '',
          amount?.currency ?? '',
          toCell(providerName(provider)),
          toCell(cardName(cardId)),
          id,
        ]),
      )
      .join(''),
  tail: () => '',
};

const json: RecordWriter = {
  head: ({ locale, timeZone }) => `{"timeZone":${JSON.stringify(timeZone)},"locale":"${locale}","records":[`,
  records: (records, { locale, timeZone }, { cardName, providerName }, isFirst) =>
    records
      .map(({ id, at, kind, place, amount, provider, cardId }, index) => {
        const record = {
          id,
          at: at.toISOString(),
          localTime: localTime(at, timeZone),
          kind,
          kindInWords: say(locale, `kind.${kind}`),
          place: place[locale],
          amount: amount && { value: amount.value, currency: amount.currency, decimal: toMajor(amount) },
          provider: { code: provider, name: providerName(provider) },
          card: { id: cardId, name: cardName(cardId) },
        };
        return `${isFirst && index === 0 ? '' : ','}\n${JSON.stringify(record)}`;
      })
      .join(''),
  tail: () => '\n]}\n',
};

export const recordWriters: Readonly<Record<ExportFormat, RecordWriter>> = { CSV: csv, JSON: json };

/** Holders name the zone: a few are remembered. */
const formats = createNewest<Intl.DateTimeFormat>(50);

/** `2026-03-01 09:05:00`: sorts as text, and spreadsheets of all languages read it. */
function localTime(at: Date, timeZone: string): string {
  return formats.of(timeZone, () => makeFormat(timeZone)).format(at);
}

const makeFormat = (timeZone: string) =>
  new Intl.DateTimeFormat('sv', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
