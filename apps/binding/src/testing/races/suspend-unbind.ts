import { aHolder, bind, readBinding, unbindInput } from '../holder';
import { wasTaken } from './ends';
import { attemptsOf, didWin, inTurn, several, type Race } from './race';

/** A card that is suspended and taken off: never both in the end, and never usable. */
export const suspendUnbind: Race = {
  about: 'a card is suspended and taken off at once, half of each',
  oneWinnerOf: [],
  atMostOneOf: ['requestUnbind', 'suspendBinding'],
  async lay(service, count) {
    const holder = aHolder();
    const { bindingId } = await bind(service, holder);
    const unbinds = inTurn(await several(3, () => unbindInput(service, holder, bindingId)));
    const half = Math.ceil(count / 2);
    return {
      accountId: holder.viewer.accountId,
      attempts: [
        ...attemptsOf(service, holder, 'suspendBinding', half, () => ({ bindingId })),
        ...attemptsOf(service, holder, 'requestUnbind', count - half, unbinds),
      ],
      async judge(outcomes) {
        const [unbound, held] = [didWin(outcomes, 'requestUnbind'), didWin(outcomes, 'suspendBinding')];
        const { status } = await readBinding(service, holder, bindingId);
        return {
          end: unbound ? (held ? 'suspended and taken off' : 'taken off') : 'suspended',
          wrong: [
            ...(unbound || held ? [] : ['nobody has won']),
            ...(status === (unbound ? 'UNBOUND' : 'SUSPENDED') ? [] : [`${bindingId} ends ${status}`]),
            ...(await wasTaken(service, bindingId, 'RequestUnbind', unbound ? 1 : 0)),
            ...(await wasTaken(service, bindingId, 'AddHold', held ? 1 : 0)),
          ],
        };
      },
    };
  },
};
