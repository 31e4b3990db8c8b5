import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound } from '../lifecycle';

/** The card cannot pay now. */
interface CardNotUsable {
  readonly kind: 'CARD_NOT_USABLE';
}

export type SetDefaultCardError = OnceRefusal | NotFound | CardNotUsable;
export type SetPaymentOrderError = SetDefaultCardError;
