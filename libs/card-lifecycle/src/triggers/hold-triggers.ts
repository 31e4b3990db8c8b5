import type { Actor } from '../actors';
import type { Hold, HoldOwner } from '../holds';
import type { PreparedOperation } from '../sync';

export interface AddHold {
  readonly type: 'AddHold';
  readonly actor: Actor;
  readonly hold: Hold;
  /** Given if and only if the provider suspends natively. */
  readonly operation?: PreparedOperation<'SUSPEND'>;
}

export interface LiftHold {
  readonly type: 'LiftHold';
  readonly actor: Actor;
  readonly owner: HoldOwner;
  readonly reason: string;
  /** Given if and only if the provider suspends natively. */
  readonly operation?: PreparedOperation<'RESUME'>;
}
