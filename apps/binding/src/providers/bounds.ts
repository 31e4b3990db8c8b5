import { isOneLine } from '@bindery/kernel';
import { inBothLanguages } from '@bindery/localisation';
import { isMoney } from '@bindery/values';
import { z } from 'zod';
import type { Activation, Reader, ReaderReport } from './connector.rules';

/**
 * Shapes of what a provider says, each with its bounds: what is kept, or told to somebody, is never more than these let through. Unknown fields are
 * let pass, and go no further: providers add some without asking.
 */

/** Text, or a name of the provider's: 1 to `longest` characters that can stand in a line. */
export const textUpTo = (longest: number) =>
  z.string().min(1).max(longest).refine(isOneLine, 'is not one line of text');
export const shortText = textUpTo(200);
/** A cause or error code: upper case, so that a page or a message of a proxy does not pass for one. */
export const problemCode = z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/);
export const shortTextInBoth = inBothLanguages(shortText);
/** Whole minor units, below zero too, no more than a safe integer, of a currency that there is. */
export const money = z.object({ value: z.int(), currency: z.string().max(3) }).refine(isMoney, 'is of no currency');
/** What is asked for or was paid: nothing, or more. */
export const amountDue = money.refine(({ value }) => value >= 0, { path: ['value'], message: 'is below zero' });
/** Elements of a list of an answer at most. */
export const listMax = 500;

/** A refusal stays one whatever its cause looks like; what is no code is not passed on into events. */
export const refusalCause = problemCode.catch('UNSPECIFIED');

/** How far readers are; of a time that a provider tells, only what is a moment. */
const momentText = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
export const readerReports = z
  .array(
    z
      .object({
        id: textUpTo(100),
        name: shortTextInBoth,
        site: shortTextInBoth.nullish().transform((site) => site ?? null),
        state: z.enum(['CONFIRMED', 'PENDING', 'OFFLINE']),
        confirmedAt: momentText.nullish().transform((moment) => moment ?? null),
        worstCaseUntil: momentText.nullish().transform((moment) => moment ?? null),
      })
      .refine(({ state, confirmedAt }) => state !== 'CONFIRMED' || confirmedAt !== null, 'has confirmed and not when'),
  )
  .max(listMax) satisfies z.ZodType<readonly ReaderReport[], unknown>;

/** As the durations of profiles: days, hours, minutes and seconds, two digits of days at most. */
const duration = z
  .string()
  .max(20)
  .regex(/^P(?=\d|T\d)(?:\d{1,2}D)?(?:T(?=\d)(?:\d{1,3}H)?(?:\d{1,4}M)?(?:\d{1,5}S)?)?$/);
/** Readers that open to a credential. */
export const openingReaders = z
  .array(
    z.object({
      id: textUpTo(100),
      name: shortTextInBoth,
      site: shortTextInBoth.nullish().transform((site) => site ?? null),
      line: z.enum(['ONLINE', 'OFFLINE']),
      worstCase: duration.nullish().transform((worstCase) => worstCase ?? null),
    }),
  )
  .max(listMax) satisfies z.ZodType<readonly Reader[], unknown>;

/** A text to be signed: several lines, which nobody may change by a character. */
const messageToSign = z.string().min(1).max(4_000);
const link = z.url({ protocol: /^https?$/ }).max(2_000);

export const activationAnswer: z.ZodType<Activation> = z.object({
  steps: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('AT_PROVIDER') }),
        z.object({ kind: z.literal('OPEN_LINK'), url: link }),
        z.object({ kind: z.literal('ENTER_CODE'), sentTo: shortText.nullable() }),
        z.object({ kind: z.literal('SIGN_MESSAGE'), message: messageToSign, scheme: shortText }),
      ]),
    )
    .min(1)
    .max(5),
  until: z.iso.datetime({ offset: true }).optional(),
});
