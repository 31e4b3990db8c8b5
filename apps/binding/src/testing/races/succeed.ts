import { aHolder, bind, replaceCard, proofOf, unbindInput } from '../holder';
import { endsIn, wasTaken } from './ends';
import { attemptsOf, didWin, inTurn, several, type Race } from './race';

/** The end of a replacement: its new card is confirmed while the old one is being taken off. */
export const succeed: Race = {
  about: 'the successor of a card is confirmed while the card itself is taken off, half of each',
  oneWinnerOf: ['confirmBinding'],
  atMostOneOf: ['requestUnbind'],
  async lay(service, count) {
    const holder = aHolder();
    const { bindingId } = await bind(service, holder);
    const begun = await replaceCard(service, holder, bindingId);
    const successorId = begun.binding.id;
    const proofs = inTurn(await several(3, () => proofOf(service, holder, 'BIND', successorId)));
    const unbinds = inTurn(await several(3, () => unbindInput(service, holder, bindingId)));
    const half = Math.ceil(count / 2);
    return {
      accountId: holder.viewer.accountId,
      attempts: [
        ...attemptsOf(service, holder, 'confirmBinding', half, (index) => ({
          bindingId: successorId,
          proof: proofs(index),
        })),
        ...attemptsOf(service, holder, 'requestUnbind', count - half, unbinds),
      ],
      async judge(outcomes) {
        const unbound = didWin(outcomes, 'requestUnbind');
        return {
          end: unbound ? 'taken off' : 'replaced',
          wrong: [
            ...(await endsIn(service, holder, successorId, 'BOUND')),
            ...(await endsIn(service, holder, bindingId, unbound ? 'UNBOUND' : 'REPLACED')),
            ...(await wasTaken(service, bindingId, 'SuccessorBound', unbound ? 0 : 1)),
          ],
        };
      },
    };
  },
};
