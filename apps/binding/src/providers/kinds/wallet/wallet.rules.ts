import { err, faultOfText, invalidField, ok, type InvalidInput, type Result } from '@bindery/kernel';
import { toPlainTyping } from '@bindery/values';
import type { EnteredCard } from '../../connector.rules';
import type { CardProvider, NewCard } from '../card-kind.rules';

export interface EnteredWallet extends EnteredCard {
  readonly kind: 'WALLET';
  readonly account: string;
}

export interface TypedWallet {
  readonly account: string;
}

/** As long as a mail address may be (RFC 5321, 4.5.3.1). */
const accountMax = 254;
/** A shorter one could be read off its last four characters, which are kept. */
const accountMin = 5;

/** Reads what a wallet knows its user by, as typed: spaces, full-width letters and the case do not count. */
export function readWallet(
  typed: TypedWallet,
  { code: provider }: CardProvider,
): Result<NewCard<EnteredWallet>, InvalidInput> {
  const account = toPlainTyping(typed.account).toLowerCase();
  const fault = faultOfText('card.wallet.account', account, accountMax);
  if (fault) return err(fault);
  if (account.length < accountMin) return err(invalidField('card.wallet.account', 'TOO_SHORT', accountMin));
  if (!/^[\p{L}\p{N}+][\p{L}\p{N}._@+-]*$/u.test(account))
    return err(invalidField('card.wallet.account', 'CHARACTERS'));
  const reveal = () => JSON.stringify([provider, 'wallet', account]);
  return ok({ entered: { kind: 'WALLET', account }, identity: { reveal } });
}
