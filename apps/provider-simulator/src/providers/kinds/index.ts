import { accessCard } from './access-card';
import { bankCard } from './bank-card';
import type { CardKind } from './card-kind';
import { lenderAccount } from './lender-account';
import { plainCard } from './plain-card';
import { wallet } from './wallet';

/** Kinds whose providers behave in a way of their own: a folder beside these and a line here. Any other kind is a plain card. */
const registered: readonly CardKind[] = [bankCard, accessCard, wallet, lenderAccount];

/** Reads what an entry of the catalogue says under `simulated`, for the kind of its cards. */
export const simulatedOf = (kind: string): CardKind['simulated'] =>
  registered.find(({ code }) => code === kind)?.simulated ?? plainCard;

export type { Behaviour, Site, Use } from './card-kind';
