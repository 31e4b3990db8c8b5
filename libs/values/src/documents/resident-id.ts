import { isCalendarDay } from '../dates/calendar-day';
import { toPlainTyping } from '../typing/plain-typing';

/** CHECKSUM: a digit wrong or two swapped. BIRTHDAY: its middle is no day, or one that has not come. */
export type ResidentIdFault = 'CHARACTERS' | 'CHECKSUM' | 'BIRTHDAY' | 'REGION';

/** As the kernel’s results are, which this lib does not know. */
type ResidentIdRead =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: { readonly kind: ResidentIdFault } };

const err = (kind: ResidentIdFault): ResidentIdRead => ({ ok: false, error: { kind } });

/** GB 11643-1999: six digits of where, eight of the birthday, three in sequence, a check character. */
const shape = /^(\d{6})(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;

/** First two digits of a region: provinces (GB/T 2260), and 81 to 83 of residents of Hong Kong, Macao and Taiwan. After a 9 they are those of a resident of another country. */
const regions = new Set([
  ...['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43'],
  ...['44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83'],
]);

/**
 * The number of a resident identity card as typed → its 18 characters. `today` in China, as `2026-03-02`: a birthday is one that has been.
 * Whether such a card was ever given out, only the bank can say.
 */
export function readResidentId(typed: string, today: string): ResidentIdRead {
  const number = toPlainTyping(typed).replace(/[ -]/g, '').toUpperCase();
  const match = shape.exec(number);
  if (!match) return err('CHARACTERS');
  if (checkCharacter(number) !== number[17]) return err('CHECKSUM');
  if (!regions.has(number.startsWith('9') ? number.slice(1, 3) : number.slice(0, 2))) return err('REGION');
  const birthday = `${match[2]}-${match[3]}-${match[4]}`;
  return isCalendarDay(birthday) && birthday >= '1900-01-01' && birthday <= today
    ? { ok: true, value: number }
    : err('BIRTHDAY');
}

/** ISO 7064, MOD 11-2: each of the 17 digits counts by its place, and X stands for ten. */
export function checkCharacter(number: string): string {
  let sum = 0;
  for (const digit of number.slice(0, 17)) sum = ((sum + Number(digit)) * 2) % 11;
  const check = (12 - sum) % 11;
  return check === 10 ? 'X' : String(check);
}
