import type { Id, InvalidInput } from '@bindery/kernel';
import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound } from '../lifecycle';
import type { HoldBar } from './staff-hold.rules';

/** Somebody else has to do it. */
interface HoldNotForYou {
  readonly kind: 'HOLD_NOT_FOR_YOU';
  readonly bar: HoldBar;
}

/** The card is held for this reason already. */
interface HoldAlreadyLaid {
  readonly kind: 'HOLD_ALREADY_LAID';
  readonly holdId: Id<'hold'>;
}

/** It was lifted before, and nothing of it is left. */
interface HoldAlreadyLifted {
  readonly kind: 'HOLD_ALREADY_LIFTED';
}

type Refusal = OnceRefusal | InvalidInput | NotFound | HoldNotForYou;
export type LayCardHoldError = Refusal | HoldAlreadyLaid;
export type LiftCardHoldError = Refusal | HoldAlreadyLifted;
