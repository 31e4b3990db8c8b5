import type { Id } from '@bindery/kernel';
import { z } from 'zod';

/** A global id of one type: `card_01h455vb4pex5vsknk084sn02q`. Producers give text; what was read is an id. */
export const id = <Type extends string>(type: Type, description: string) =>
  z
    .string()
    .regex(new RegExp(`^${type}_[0-7][0-9a-hjkmnp-tv-z]{25}$`))
    // Changes nothing at run time; the expression above is that of the kernel for this one type.
    .describe(description) as z.ZodType<unknown, string> as z.ZodType<Id<Type>, string>;

/** A moment in UTC, as RFC 3339 text with at least seconds: `2026-01-01T00:00:00.000Z`. */
export const moment = (description: string) => z.iso.datetime().describe(description);

/** A day of the calendar: `2030-07-31`. */
export const day = (description: string) => z.iso.date().describe(description);

/**
 * A word of an open list, which consumers show or count but do not decide by: a new word is an additive change.
 * Lists that consumers decide by are enums; a new member of those is a new version of the event.
 */
export const keyword = (description: string) =>
  z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,63}$/)
    .describe(description);

/**
 * A keyword with the words there are so far, as examples in the schema. The list is open: more words come without a new version, so a consumer has
 * something to do or to show for one that it does not know.
 */
export const openWord = (known: readonly string[], description: string) =>
  keyword(`${description}; an open list, so far ${known.join(', ')}`).meta({ examples: [...known] });

/** The lower-case code of something in a catalogue, such as a provider: `seaside-bank`. */
export const slug = (description: string) =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64)
    .describe(description);

/** A short line of text that is not about a person. */
export const line = (max: number, description: string) => z.string().min(1).max(max).describe(description);

export const money = (description: string) =>
  z
    .object({
      value: z.int().describe('amount in minor units of the currency (fen, cents)'),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .describe('ISO 4217 code, e.g. CNY'),
    })
    .describe(description);

export const localised = (description: string) =>
  z.object({ 'zh-CN': line(200, 'text in Chinese'), en: line(200, 'text in English') }).describe(description);

export const locale = z.enum(['zh-CN', 'en']).describe('language the account wants to be addressed in');

export const at = moment('when it happened, by the clock of the producer; order is given by `sequence`, not by time');

export const accountId = id('account', 'account of the card holder');
