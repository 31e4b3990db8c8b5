import { err, faultOfText, invalidField, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { dayOf, readResidentId } from '@bindery/values';
import type { EnteredCard } from '../../connector.rules';
import { CardDetails } from '../bank-card/card-details.rules';
import type { CardProvider, NewCard } from '../card-kind.rules';

export interface EnteredLenderAccount extends EnteredCard {
  readonly kind: 'LENDER_ACCOUNT';
  /** Name and identity number; no log line gets them. */
  readonly person: CardDetails;
}

export interface TypedLenderAccount {
  readonly holderName: string;
  readonly idNumber: string;
}

const nameMax = 64;

/** Reads whose account it is. The same person at another lender is another account. */
export function readLenderAccount(
  typed: TypedLenderAccount,
  { code: provider }: CardProvider,
  now: Date,
): Result<NewCard<EnteredLenderAccount>, InvalidInput> {
  const holderName = typed.holderName.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
  const fault = faultOfText('card.lender.holderName', holderName, nameMax);
  if (fault) return err(fault);
  if (!/^[\p{L}][\p{L}\p{M} .·'’-]*$/u.test(holderName))
    return err(invalidField('card.lender.holderName', 'CHARACTERS'));
  const id = readResidentId(typed.idNumber, dayOf(now, 'Asia/Shanghai'));
  if (!id.ok) return err(invalidField('card.lender.idNumber', 'FORMAT'));
  const idNumber = id.value;
  return ok({
    entered: { kind: 'LENDER_ACCOUNT', person: new CardDetails({ holderName, idNumber }) },
    // As JSON, so that no part of it can pass for another's, nor the whole for a number.
    identity: { reveal: () => JSON.stringify([provider, 'lender', idNumber]) },
  });
}
