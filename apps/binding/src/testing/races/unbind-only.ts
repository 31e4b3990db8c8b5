import { aHolder, bind, unbindInput } from '../holder';
import { endsIn, wasTaken } from './ends';
import { attemptsOf, inTurn, several, type Race } from './race';

/** One card and many who take it off, with several plans and proofs. */
export const unbindOnly: Race = {
  about: 'a card is taken off by many requests at once, by three plans and proofs',
  oneWinnerOf: ['requestUnbind'],
  async lay(service, count, chance) {
    const holder = aHolder();
    // One without a fee, and one that charges for it.
    const { bindingId } = await bind(service, holder, chance.pick(['seaside-bank', 'cloudgate'] as const));
    const inputs = inTurn(await several(3, () => unbindInput(service, holder, bindingId)));
    return {
      accountId: holder.viewer.accountId,
      attempts: attemptsOf(service, holder, 'requestUnbind', count, inputs),
      judge: async () => ({
        end: 'off',
        wrong: [
          ...(await endsIn(service, holder, bindingId, 'UNBOUND')),
          ...(await wasTaken(service, bindingId, 'RequestUnbind', 1)),
        ],
      }),
    };
  },
};
