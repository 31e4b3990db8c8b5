import { isOneLine } from '@bindery/kernel';
import { inBothLanguages } from '@bindery/localisation';
import { isMoney } from '@bindery/values';
import { z } from 'zod';

/**
 * Shapes of what a provider says, each with its bounds: what is kept, or told to somebody, is never more than these let through. Unknown fields are
 * let pass, and go no further: providers add some without asking.
 */

/** Text, or a name of the provider's: 1 to `longest` characters that can stand in a line. */
export const textUpTo = (longest: number) =>
  z.string().min(1).max(longest).refine(isOneLine, 'is not one line of text');
export const shortText = textUpTo(200);
/** A cause or error code: upper case, so that a page or a message of a proxy does not pass for one. */
const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/);
export const shortTextInBoth = inBothLanguages(shortText);
/** Whole minor units, below zero too, no more than a safe integer, of a currency that there is. */
export const money = z.object({ value: z.int(), currency: z.string().max(3) }).refine(isMoney, 'is of no currency');
/** What is asked for or was paid: nothing, or more. */
export const amountDue = money.refine(({ value }) => value >= 0, { path: ['value'], message: 'is below zero' });
/** Elements of a list of an answer at most. */
export const listMax = 500;

/** A refusal stays one whatever its cause looks like; what is no code is not passed on into events. */
export const refusalCause = code.catch('UNSPECIFIED');

export const problemAnswer = z.object({ code });

/** Today's standing of an operation, in the answers to both POST and GET. */
export const operationAnswer = z.discriminatedUnion('status', [
  z.object({ operationId: shortText, status: z.literal('PENDING') }),
  z.object({ operationId: shortText, status: z.literal('ACTIVATION_REQUIRED') }),
  z.object({ operationId: shortText, status: z.literal('CONFIRMED'), credentialReference: shortText.optional() }),
  z.object({ operationId: shortText, status: z.literal('REFUSED'), cause: refusalCause }),
]);

export const credentialAnswer = z.object({
  credentialReference: shortText,
  status: z.enum(['ACTIVE', 'SUSPENDED', 'ABSENT']),
});

export const obligationsAnswer = z.object({
  balance: money.nullable(),
  pending: z.array(z.object({ id: shortText, amount: amountDue, text: shortText })).max(listMax),
  mandates: z.array(z.object({ id: shortText, merchant: shortText })).max(listMax),
});
