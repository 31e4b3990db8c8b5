import { err, ok } from '@bindery/kernel';
import { number as checkNumber } from 'card-validator';
import { z } from 'zod';
import type { Behaviour, CardKind } from '../card-kind';
import { endings, endsWithOneOf } from '../endings';

const request = z.object({ cardNumber: z.string().max(40) });
const facts = z.strictObject(endings);

/** Refused: failing Luhn (ISO/IEC 7812-1, UnionPay too), of no known brand, or not taken by this bank. */
export const bankCard: CardKind = {
  code: 'BANK_CARD',
  simulated: facts.prefault({}).transform(toBehaviour),
};

function toBehaviour({ refusedEndings, activationEndings }: z.infer<typeof facts>): Behaviour {
  return {
    handIn(asked, now) {
      const digits = request.parse(asked).cardNumber.replace(/[ -]/g, '');
      const checked = checkNumber(digits, { luhnValidateUnionPay: true });
      if (!checked.isValid || !checked.card || endsWithOneOf(digits, refusedEndings))
        return err({ kind: 'CARD_NOT_ACCEPTED' });
      const known = { brand: checked.card.niceType, lastFour: digits.slice(-4) };
      return ok({
        identity: digits,
        card: { ...known, needsActivation: endsWithOneOf(digits, activationEndings) },
        told: { ...known, expiresOn: lastDayOf(now) },
      });
    },
    uses: ['PAYMENT'],
    sites: [],
  };
}

const yearsAhead = 4;

/** Last day on which a card of today is good, `YYYY-MM-DD`. Day 0 of the next month is the last of this one. */
const lastDayOf = (now: Date): string =>
  new Date(Date.UTC(now.getUTCFullYear() + yearsAhead, now.getUTCMonth() + 1, 0)).toISOString().slice(0, 10);
