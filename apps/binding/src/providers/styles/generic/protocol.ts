import { z } from 'zod';
import {
  activationAnswer,
  amountDue,
  listMax,
  money,
  openingReaders,
  problemCode,
  readerReports,
  refusalCause,
  shortText,
} from '../../bounds';

export const problemAnswer = z.object({ code: problemCode, attemptsLeft: z.int().min(0).max(100).optional() });

/** Today's standing of an operation, in the answers to both POST and GET. */
export const operationAnswer = z.discriminatedUnion('status', [
  z.object({ operationId: shortText, status: z.literal('PENDING'), activation: activationAnswer.optional() }),
  z.object({
    operationId: shortText,
    status: z.literal('ACTIVATION_REQUIRED'),
    activation: activationAnswer.optional(),
  }),
  z.object({ operationId: shortText, status: z.literal('CONFIRMED'), credentialReference: shortText.optional() }),
  z.object({ operationId: shortText, status: z.literal('REFUSED'), cause: refusalCause }),
]);

export const credentialAnswer = z.object({
  credentialReference: shortText,
  status: z.enum(['ACTIVE', 'SUSPENDED', 'ABSENT']),
  /** Suspended by the provider itself, whatever we asked for. */
  heldByProvider: z.boolean().default(false),
});

export const propagationAnswer = z.object({ credentialReference: shortText, readers: readerReports });

export const readersAnswer = z.object({ credentialReference: shortText, readers: openingReaders });

export const listAnswer = z.object({
  credentials: z
    .array(
      z.object({
        credentialReference: shortText,
        status: z.enum(['ACTIVE', 'SUSPENDED']),
        heldByProvider: z.boolean().optional(),
      }),
    )
    .max(listMax),
  next: shortText.nullable(),
});

export const obligationsAnswer = z.object({
  balance: money.nullable(),
  pending: z.array(z.object({ id: shortText, amount: amountDue, text: shortText })).max(listMax),
  mandates: z
    .array(
      z.object({
        id: shortText,
        merchant: shortText,
        amount: amountDue.optional(),
        nextOn: z.iso.date().optional(),
      }),
    )
    .max(listMax),
  loans: z
    .array(z.object({ id: shortText, outstanding: amountDue, nextRepaymentOn: z.iso.date().nullable() }))
    .max(listMax)
    .optional(),
});
