import { err, ok, type Result } from '@bindery/kernel';
import { number as checkNumber } from 'card-validator';
import type { Bank } from '../providers/provider';
import type { SimulatorState } from '../state/simulator-state';
import { tokenOf } from './token-of';

export interface BankToken {
  readonly token: string;
  readonly brand: string;
  readonly lastFour: string;
  /** Last day on which the card is good, `YYYY-MM-DD`. */
  readonly expiresOn: string;
}

const yearsAhead = 4;

/** Takes a card number for a token. Refused: failing Luhn (ISO/IEC 7812-1, UnionPay too), of no known brand, or not taken by this bank. */
export function tokeniseBankCard(
  state: SimulatorState,
  bank: Bank,
  cardNumber: string,
  now: Date,
): Result<BankToken, { kind: 'CARD_NOT_ACCEPTED' }> {
  const digits = cardNumber.replace(/[ -]/g, '');
  const checked = checkNumber(digits, { luhnValidateUnionPay: true });
  if (!checked.isValid || !checked.card || bank.refusedEndings.some((ending) => digits.endsWith(ending)))
    return err({ kind: 'CARD_NOT_ACCEPTED' });

  const token = tokenOf(state.tokenKey, bank.code, digits);
  const known = { brand: checked.card.niceType, lastFour: digits.slice(-4) };
  const needsActivation = bank.activationEndings.some((ending) => digits.endsWith(ending));
  state.cards.put(token, { token, provider: bank.code, ...known, needsActivation });
  return ok({ token, ...known, expiresOn: endOfMonth(now.getUTCFullYear() + yearsAhead, now.getUTCMonth()) });
}

/** `month` counts from 0; day 0 of the next month is the last of this one. */
const endOfMonth = (year: number, month: number): string =>
  new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
