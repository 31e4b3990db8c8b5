import { inEachLanguage, type InBothLanguages, type Locale } from '@bindery/localisation';
import type { Card } from '../../lifecycle';
import { accessCard } from './access-card';
import { bankCard } from './bank-card';
import type { CardKind } from './card-kind';
import { cryptoAddress } from './crypto-address';
import { pass } from './pass';
import { wallet } from './wallet';
import { lenderAccount } from './lender-account';

/** Every kind of card. A new one is a folder beside these, a line here and one in `card-inputs.input.ts`; `npm run generate` brings it into the graph. */
const registered = [
  bankCard,
  accessCard,
  wallet,
  pass,
  cryptoAddress,
  lenderAccount,
] as const satisfies readonly CardKind[];

export type CardKindCode = (typeof registered)[number]['code'];
/** Kinds that a holder can enter. */
export type EnteredKindCode = Extract<(typeof registered)[number], { readonly entry: object }>['code'];

export const cardKinds: readonly CardKind[] = registered;
export const cardKindCodes: readonly CardKindCode[] = registered.map(({ code }) => code);
/** Kinds that can be the default (invariant 6). */
export const payingKinds: readonly string[] = cardKinds.filter(({ canPay }) => canPay).map(({ code }) => code);

export function cardKindOf(code: string): CardKind {
  const kind = cardKinds.find((known) => known.code === code);
  if (!kind) throw new Error(`there is no kind of card ${code}`);
  return kind;
}

/** What people call a kind within a sentence, for events. */
export function nameKind(code: string): InBothLanguages {
  return inEachLanguage(cardKindOf(code).sayKind);
}

/** The name by which a holder knows a card; `profile` is its provider's. */
export function sayCardName(
  card: Card,
  profile: { readonly name: InBothLanguages } | undefined,
  locale: Locale,
): string {
  return cardKindOf(card.kind).sayName(card, profile?.name[locale] ?? card.provider, locale);
}
