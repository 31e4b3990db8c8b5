import type { CardElement } from '../card-elements.rules';
import { err, invalidField, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { cleanLine, isMobileNumber, lineLength, readPhoneNumber, readResidentId } from '@bindery/values';

export interface TypedDetails {
  readonly holderName?: string | null;
  readonly idNumber?: string | null;
  readonly phone?: string | null;
}

/** Characters of a name on a card: embossed are at most 26 (ISO/IEC 7813), in other scripts people type more. */
export const holderNameMax = 64;

const inspect = Symbol.for('nodejs.util.inspect.custom');

interface Details {
  readonly holderName?: string;
  readonly idNumber?: string;
  /** E.164. */
  readonly phone?: string;
}

/** What a holder tells of themselves, on its way to the bank: in memory only; text, JSON and log lines get none of it. */
export class CardDetails {
  readonly #details: Details;

  constructor(details: Details) {
    this.#details = details;
  }

  /** For the request to the bank, and for nothing else. */
  reveal(): Details {
    return this.#details;
  }

  toString(): string {
    return 'CardDetails(…)';
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect](): string {
    return this.toString();
  }
}

/** Checks each element that the bank asks for; what it does not ask for is not handed to it, whoever typed it. */
export function readCardDetails(
  typed: TypedDetails,
  elements: readonly CardElement[],
  today: string,
): Result<CardDetails, InvalidInput> {
  const holderName = cleanLine(typed.holderName ?? '');
  if (lineLength(holderName) > holderNameMax)
    return err(invalidField('card.bank.holderName', 'TOO_LONG', holderNameMax));
  const missing = missingOf(typed, elements);
  if (missing) return err(invalidField(missing, 'REQUIRED'));
  const idNumber = elements.includes('ID_NUMBER') ? readResidentId(typed.idNumber ?? '', today) : ok(undefined);
  if (!idNumber.ok) return err(invalidField('card.bank.idNumber', ruleOf[idNumber.error.kind]));
  const phone = elements.includes('PHONE') ? readReservedPhone(typed.phone ?? '') : undefined;
  if (elements.includes('PHONE') && phone === undefined) return err(invalidField('card.bank.phone', 'FORMAT'));
  return ok(
    new CardDetails({
      ...(elements.includes('HOLDER_NAME') && { holderName }),
      ...(idNumber.value !== undefined && { idNumber: idNumber.value }),
      ...(phone !== undefined && { phone }),
    }),
  );
}

const fields = {
  HOLDER_NAME: 'holderName',
  ID_NUMBER: 'idNumber',
  PHONE: 'phone',
} as const satisfies Record<CardElement, keyof TypedDetails>;

function missingOf(typed: TypedDetails, elements: readonly CardElement[]): string | undefined {
  const missing = elements.find((element) => cleanLine(typed[fields[element]] ?? '') === '');
  return missing && `card.bank.${fields[missing]}`;
}

const ruleOf = {
  CHARACTERS: 'CHARACTERS',
  REGION: 'FORMAT',
  CHECKSUM: 'FORMAT',
  BIRTHDAY: 'FORMAT',
} as const;

/** Any mobile phone of its country’s plan: with which of them its customers are reached, a bank knows. */
function readReservedPhone(typed: string): string | undefined {
  const phone = readPhoneNumber(typed);
  return phone !== undefined && isMobileNumber(phone, reservedPhoneCountries) ? phone : undefined;
}

const reservedPhoneCountries = ['CN', 'HK', 'MO', 'TW', 'SG'];
