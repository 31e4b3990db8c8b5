import { err, ok, type Result } from '@bindery/kernel';
import type { BindingErrorOf } from '../lifecycle/lifecycle.errors';
import type { SiteMembership } from './card-fingerprint.rules';
import { CardNumber } from '../providers/kinds/bank-card/card-number.rules';
import type { CardInput } from '../providers/connector';
import type { ProviderProfile } from '../catalogue/provider-profile.rules';

/** A card as a holder enters it: exactly one kind, that of the provider. */
export interface NewCardInput {
  readonly bank?: { readonly number: string } | null;
  readonly access?: { readonly site: string; readonly memberNumber: string } | null;
}

export interface NewCard {
  /** For the provider's tokenisation. */
  readonly input: CardInput;
  /** What it is recognised by. */
  readonly identity: CardNumber | SiteMembership;
}

const codePattern = /^[\w-]{1,64}$/;

/** Checks what can be checked without asking anybody: the kind of card, and a card number by its own check digit. */
export function readNewCard(
  { bank, access }: NewCardInput,
  { code, kind }: Pick<ProviderProfile, 'code' | 'kind'>,
): Result<NewCard, BindingErrorOf<'INVALID_INPUT' | 'CARD_NUMBER_INVALID'>> {
  if (bank && access) return err({ kind: 'INVALID_INPUT', field: 'card' });
  if (kind === 'BANK_CARD')
    return bank ? readBankCard(bank.number) : err({ kind: 'INVALID_INPUT', field: 'card.bank' });
  if (kind !== 'ACCESS_CARD' || !access)
    return err({ kind: 'INVALID_INPUT', field: kind === 'ACCESS_CARD' ? 'card.access' : 'card' });
  const site = access.site.trim();
  const memberNumber = access.memberNumber.trim().toUpperCase();
  if (!codePattern.test(site)) return err({ kind: 'INVALID_INPUT', field: 'card.access.site' });
  if (!codePattern.test(memberNumber)) return err({ kind: 'INVALID_INPUT', field: 'card.access.memberNumber' });
  return ok({ input: { kind: 'ACCESS_CARD', site, memberNumber }, identity: { provider: code, site, memberNumber } });
}

function readBankCard(typed: string): Result<NewCard, BindingErrorOf<'CARD_NUMBER_INVALID'>> {
  const number = CardNumber.parse(typed);
  if (!number.ok) return err({ kind: 'CARD_NUMBER_INVALID', cause: number.error.kind });
  return ok({ input: { kind: 'BANK_CARD', number: number.value }, identity: number.value });
}
