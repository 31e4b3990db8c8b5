import { err, ok } from '@bindery/kernel';
import { z } from 'zod';
import type { Behaviour, CardKind } from '../card-kind';
import { endings, endsWithOneOf } from '../endings';

const request = z.object({ account: z.string().min(1).max(254) });
const facts = z.strictObject({
  ...endings,
  /** Accounts that this wallet does not have. */
  unknownEndings: z.array(z.string()).default(['0004']),
});

/** How a wallet behaves whose users bind their accounts elsewhere: it knows them by a phone number, a mail address or a name. */
export const wallet = {
  code: 'WALLET',
  simulated: facts.prefault({}).transform(toBehaviour),
} as const satisfies CardKind;

function toBehaviour({ refusedEndings, activationEndings, unknownEndings }: z.infer<typeof facts>): Behaviour {
  return {
    handIn(asked) {
      const { account } = request.parse(asked);
      // A mail address ends in its domain, which is the same for many.
      const name = account.split('@')[0] || account;
      if (endsWithOneOf(name, refusedEndings)) return err({ kind: 'ACCOUNT_NOT_ACCEPTED' });
      if (endsWithOneOf(name, unknownEndings)) return err({ kind: 'ACCOUNT_UNKNOWN' });
      const lastFour = name.slice(-4);
      return ok({
        identity: account,
        card: { lastFour, needsActivation: endsWithOneOf(name, activationEndings) },
        told: { lastFour },
      });
    },
    uses: ['PAYMENT'],
    sites: [],
  };
}
