import { aHolder, bankCard, bind, newCardNumber, proofOf, settle, startInput, unbind } from '../holder';
import { endsIn, wasTaken } from './ends';
import { attemptsOf, didWin, inTurn, several, type Race } from './race';

/** The place of a card that is off: put back, or taken by binding the same card anew. */
export const restoreRebind: Race = {
  about: 'a card that is off is restored and bound anew at once, half of each',
  oneWinnerOf: ['requestRestore', 'startBinding'],
  async lay(service, count) {
    const holder = aHolder();
    const card = bankCard(newCardNumber());
    const { bindingId } = await bind(service, holder, 'seaside-bank', card);
    await unbind(service, holder, bindingId);
    await settle(service);
    const proofs = inTurn(await several(3, () => proofOf(service, holder, 'RESTORE', bindingId)));
    const half = Math.ceil(count / 2);
    const rebinds = inTurn([
      startInput(holder, 'seaside-bank', card),
      { ...startInput(holder, 'seaside-bank', card), previousBindingId: bindingId },
    ]);
    return {
      accountId: holder.viewer.accountId,
      attempts: [
        ...attemptsOf(service, holder, 'requestRestore', half, (index) => ({ bindingId, proof: proofs(index) })),
        ...attemptsOf(service, holder, 'startBinding', count - half, rebinds),
      ],
      async judge(outcomes) {
        const restored = didWin(outcomes, 'requestRestore');
        return {
          end: restored ? 'restored' : 'bound anew',
          wrong: [
            ...(await endsIn(service, holder, bindingId, restored ? 'BOUND' : 'UNBOUND')),
            ...(await wasTaken(service, bindingId, 'RequestRestore', restored ? 1 : 0)),
          ],
        };
      },
    };
  },
};
