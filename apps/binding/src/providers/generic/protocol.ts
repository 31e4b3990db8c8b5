import { isWellFormed } from '@bindery/kernel';
import { inBothLanguages } from '@bindery/localisation';
import { z } from 'zod';

/** Shapes of what a provider says. Unknown fields are let pass: providers add some without asking. */

export const shortText = z.string().min(1).max(200).refine(isWellFormed, 'is not well formed');
/** A cause or error code: upper case, so that a page or a message of a proxy does not pass for one. */
const code = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/);
export const shortTextInBoth = inBothLanguages(shortText);
export const money = z.object({ value: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });

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
  pending: z.array(z.object({ id: shortText, amount: money, text: shortText })).max(500),
  mandates: z.array(z.object({ id: shortText, merchant: shortText })).max(500),
});
