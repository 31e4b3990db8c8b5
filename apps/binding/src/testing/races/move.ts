import { aHolder, bind, proofOf, readBinding, unbindInput, type Holder } from '../holder';
import { withAnotherDevice } from '../scenes';
import type { RunningBinding } from '../start-binding-service';
import { endsIn } from './ends';
import { attemptsOf, didWin, inTurn, several, type Race } from './race';

/** Two cards of an old device go to a new one, while one of them is taken off. */
export const move: Race = {
  about: 'two cards are moved to another device by many requests at once, while one of them is taken off',
  oneWinnerOf: [],
  atMostOneOf: ['moveCards', 'requestUnbind'],
  async lay(service, count) {
    const before = aHolder();
    const holder = await withAnotherDevice(service, before);
    const fromDeviceId: string = before.viewer.deviceId;
    const [first, second] = [await bind(service, before), await bind(service, before, 'harbour-bank')];
    const { planDigest } = await readPlan(service, holder, fromDeviceId);
    const proofs = inTurn(await several(3, () => proofOf(service, holder, 'MOVE', fromDeviceId, planDigest)));
    const unbinds = inTurn(await several(3, () => unbindInput(service, before, first.bindingId)));
    const most = Math.ceil((count * 3) / 4);
    return {
      accountId: holder.viewer.accountId,
      attempts: [
        ...attemptsOf(service, holder, 'moveCards', most, (index) => ({
          fromDeviceId,
          planDigest,
          proof: proofs(index),
        })),
        ...attemptsOf(service, before, 'requestUnbind', count - most, unbinds),
      ],
      async judge(outcomes) {
        const [moved, unbound] = [didWin(outcomes, 'moveCards'), didWin(outcomes, 'requestUnbind')];
        const { phase } = await readBinding(service, holder, first.bindingId);
        return {
          end: moved ? (unbound ? 'moved, one taken off' : 'moved') : 'one taken off',
          wrong: [
            ...(moved || unbound ? [] : ['nobody has won']),
            ...(await endsIn(service, holder, second.bindingId, moved ? 'REPLACED' : 'BOUND')),
            ...(phase === (unbound ? 'UNBOUND' : 'REPLACED') ? [] : [`${first.bindingId} ends ${phase}`]),
          ],
        };
      },
    };
  },
};

async function readPlan(service: RunningBinding, { claims }: Holder, fromDeviceId: string) {
  const query = 'query ($id: ID!) { movePlan(fromDeviceId: $id) { ... on MovePlan { digest } } }';
  const { data } = await service.ask(query, { id: fromDeviceId }, claims);
  return { planDigest: data.movePlan.digest as string };
}
