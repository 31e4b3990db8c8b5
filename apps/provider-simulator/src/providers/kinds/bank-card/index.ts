import { err, ok } from '@bindery/kernel';
import { number as checkNumber } from 'card-validator';
import { z } from 'zod';
import type { Behaviour, CardKind } from '../card-kind';
import { endings, endsWithOneOf } from '../endings';

/** The number alone, or what else a bank compares with what its customer has left with it. */
const request = z.object({
  cardNumber: z.string().max(40),
  holderName: z.string().max(100).optional(),
  idNumber: z
    .string()
    .regex(/^\d{17}[\dX]$/)
    .optional(),
  phone: z
    .string()
    .regex(/^\+\d{7,15}$/)
    .optional(),
});
const facts = z.strictObject({
  ...endings,
  /** Elements that are compared; the number always is. */
  compares: z.array(z.enum(['holderName', 'idNumber', 'phone'])).default([]),
  /** Names and ID numbers of other customers, and phones that were not left with the bank. */
  differingNames: z.array(z.string()).default(['王五', 'WANG WU']),
  differingPhoneEndings: z.array(z.string()).default(['0004']),
  /** Numbers of cards that end with the next month, so that a tester need not wait for years. */
  endingSoonEndings: z.array(z.string()).default(['0007']),
});
type Facts = z.infer<typeof facts>;
type Elements = z.infer<typeof request>;

/** Refused: failing Luhn (ISO/IEC 7812-1, UnionPay too), of no known brand, or not taken by this bank. */
export const bankCard: CardKind = {
  code: 'BANK_CARD',
  simulated: facts.prefault({}).transform(toBehaviour),
};

function toBehaviour(rules: Facts): Behaviour {
  const { refusedEndings, activationEndings, endingSoonEndings, compares } = rules;
  const sendsCode = compares.includes('phone');
  return {
    handIn(asked, now) {
      const elements = request.parse(asked);
      const digits = elements.cardNumber.replace(/[ -]/g, '');
      const checked = checkNumber(digits, { luhnValidateUnionPay: true });
      if (!checked.isValid || !checked.card || endsWithOneOf(digits, refusedEndings))
        return err({ kind: 'CARD_NOT_ACCEPTED' });
      const differs = differenceOf(rules, elements);
      if (differs) return err({ kind: differs });
      const known = { brand: checked.card.niceType, lastFour: digits.slice(-4) };
      return ok({
        identity: digits,
        card: {
          ...known,
          needsActivation: sendsCode || endsWithOneOf(digits, activationEndings),
          ...(sendsCode && { activatedBy: 'SMS', phone: elements.phone }),
        },
        told: { ...known, expiresOn: lastDayAfter(endsWithOneOf(digits, endingSoonEndings) ? 1 : usualMonths, now) },
      });
    },
    uses: ['PAYMENT'],
    sites: [],
  };
}

/** A bank says which phone to look at, and never whether it was the name or the ID number: who guesses would learn of either. */
function differenceOf({ compares, differingNames, differingPhoneEndings }: Facts, elements: Elements) {
  const { holderName, phone } = elements;
  const isGiven = compares.every((element) => elements[element] !== undefined);
  if (!isGiven || (compares.includes('holderName') && differingNames.includes(holderName ?? '')))
    return 'CARD_DETAILS_DIFFER';
  return compares.includes('phone') && endsWithOneOf(phone ?? '', differingPhoneEndings)
    ? 'RESERVED_PHONE_DIFFERS'
    : undefined;
}

const usualMonths = 48;

/** Last day of the month that comes `months` later, `YYYY-MM-DD`. Day 0 of the next month is the last of this one. */
const lastDayAfter = (months: number, now: Date): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months + 1, 0)).toISOString().slice(0, 10);
