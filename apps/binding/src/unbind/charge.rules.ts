import type { Id } from '@bindery/kernel';

/** A fee of an unbind that was charged, once for its plan (invariant 11). */
export interface Charge {
  readonly id: Id<'charge'>;
  readonly planId: Id<'plan'>;
  readonly bindingId: Id<'binding'>;
  /** In minor units. */
  readonly value: number;
  readonly currency: string;
  /** The moment of the unbind. */
  readonly chargedAt: Date;
  readonly refundedAt: Date | null;
}

/** What an unbind of that moment was charged. */
export const chargeOf = (charges: readonly Charge[], unboundAt: Date): Charge | undefined =>
  charges.find(({ chargedAt }) => chargedAt.getTime() === unboundAt.getTime());
