import { createHash } from 'node:crypto';
import { err, ok } from '@bindery/kernel';
import { z } from 'zod';
import type { Behaviour, CardKind } from '../card-kind';

const request = z.object({
  name: z.string().min(1).max(64),
  idNumber: z.string().regex(/^\d{17}[\dX]$/),
});

/** By the three digits of order in an identity number, so that a tester can choose what happens. */
const facts = z.strictObject({
  unknownOrders: z.array(z.string()).default(['004']),
  mismatchedOrders: z.array(z.string()).default(['002']),
});

/** How a lender behaves: it knows its customers by identity number and name, and calls an account by a number of its own. */
export const lenderAccount = {
  code: 'LENDER_ACCOUNT',
  simulated: facts.prefault({}).transform(toBehaviour),
} as const satisfies CardKind;

function toBehaviour({ unknownOrders, mismatchedOrders }: z.infer<typeof facts>): Behaviour {
  return {
    handIn(asked) {
      const { idNumber } = request.parse(asked);
      const order = idNumber.slice(14, 17);
      if (unknownOrders.includes(order)) return err({ kind: 'LENDER_ACCOUNT_UNKNOWN' });
      if (mismatchedOrders.includes(order)) return err({ kind: 'IDENTITY_MISMATCH' });
      const lastFour = accountNumberOf(idNumber).slice(-4);
      return ok({ identity: idNumber, card: { lastFour, needsActivation: false }, told: { lastFour } });
    },
    uses: [],
    sites: [],
    collectsBy: 'REPAYMENT_DEBIT',
  };
}

/** The lender's own number: nothing of the identity number can be read off it. */
const accountNumberOf = (idNumber: string): string =>
  String(createHash('sha256').update(`account of ${idNumber}`).digest().readUInt32BE()).padStart(10, '0');
