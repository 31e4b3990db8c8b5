import type { Formatters } from 'intl-messageformat';

/** Writes the zone behind the time in every language: Chinese has it between day and time, where it reads as part of neither. */
class ZoneLast extends Intl.DateTimeFormat {
  override format(moment?: Date | number): string {
    const text = super.format(moment);
    const zone = this.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value;
    return zone === undefined || text.endsWith(zone) ? text : `${text.replace(`${zone} `, '')} ${zone}`;
  }
}

/** What the placeholders of one message are written with; each is made once. */
export function createFormatters(locale: string): Formatters {
  const numbers = once((options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
  const dates = once((options?: Intl.DateTimeFormatOptions) => new ZoneLast(locale, options));
  const plurals = once((type?: Intl.PluralRuleType) => new Intl.PluralRules(locale, { type }));
  return {
    getNumberFormat: (_, options) => numbers(options),
    getDateTimeFormat: (_, options) => dates(options),
    getPluralRules: (_, options) => plurals(options?.type),
  };
}

function once<Key, Made>(make: (key?: Key) => Made): (key?: Key) => Made {
  const made = new Map<Key | undefined, Made>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}
