import type { Id } from '@bindery/kernel';
import type { NextStepCode } from '../../next-steps/next-steps.rules';
import type { Answer } from '../start-binding-service';
import type { SeenBinding, Wallet, WalkCard } from './wallet';
import type { World } from './world';

/** What following an offer came to: the answer of a mutation, or nothing where the offer is to wait, look or ask. */
export type Followed = Answer | null;

export interface Following {
  readonly wallet: Wallet;
  readonly world: World;
  /** How the card is entered. */
  readonly cardOf: (binding: SeenBinding) => WalkCard;
  /** Remembers how a card was entered. */
  readonly keepCard: (cardId: Id<'card'>, card: WalkCard) => void;
  /** Throws with the seed and what was done so far. */
  readonly fail: (what: string) => never;
  readonly now: () => Date;
}

type Follow = (binding: SeenBinding, until: string | null | undefined) => Promise<Followed>;

/** How a client follows each step that is offered. A new step without a way does not compile. */
export function createFollowSteps({
  wallet,
  world,
  cardOf,
  keepCard,
  fail,
  now,
}: Following): Record<NextStepCode, Follow> {
  const nothing: Follow = async () => null;
  const never =
    (code: string): Follow =>
    async () =>
      fail(`${code} is offered, and nothing is there that does it`);

  return {
    CONFIRM_BINDING: ({ id }) => wallet.confirm(id),
    CANCEL_BINDING: ({ id }) => wallet.cancel(id),
    WAIT_FOR_REVIEW: nothing,
    async WAIT_FOR_PROVIDER(binding, until) {
      if (!until) return null;
      await world.pass(Number(new Date(until)) - Number(now()));
      const [after] = (await wallet.look([binding.cardId])).filter(({ id }) => id === binding.id);
      const still = after?.nextSteps.find(({ code }) => code === 'WAIT_FOR_PROVIDER');
      if (still?.until === until) fail(`after ${until} it says again to wait until then`);
      return null;
    },
    async ACTIVATE({ id }) {
      await world.activate(id);
      return null;
    },
    USE_CARD: async ({ status }) => (status === 'ACTIVE' ? null : fail(`a card that is ${status} is to be used`)),
    SUSPEND: ({ id }) => wallet.suspend(id),
    RESUME: ({ id }) => wallet.resume(id),
    REPORT_LOST: ({ cardId }) => wallet.reportLost({ cardId }),
    REPORT_FOUND: ({ cardId, device, holds }) =>
      wallet.reportFound(
        holds.some(({ reason }) => reason === 'CARD_REPORTED_LOST') ? { cardId } : { deviceId: device.id },
      ),
    RENEW: never('RENEW'),
    async REPLACE(binding) {
      const card = world.anotherCard(cardOf(binding).provider);
      const answer = await wallet.replace(binding.id, card);
      if (answer.binding) keepCard(answer.binding.card.id, card);
      return answer;
    },
    MOVE: ({ device }) => wallet.move(device.id),
    UNBIND: ({ id }) => wallet.unbind(id),
    RESTORE: ({ id }) => wallet.restore(id),
    REBIND: (binding) =>
      wallet.start(cardOf(binding), binding.rebindOffer?.device.id ?? fail('there is no offer to rebind')),
    async CLEAR_OBLIGATIONS(binding) {
      const { provider } = cardOf(binding);
      const offers = await wallet.offersToClear(binding.id);
      if (offers === null) return world.isAway(provider) ? null : fail('nobody says what is owed');
      const [first] = offers;
      if (first) return wallet.clear(binding.id, first);
      return world.owes(provider, binding) ? fail('what is owed is to be cleared, and nothing is offered') : null;
    },
    OPEN_DISPUTE: ({ id }) => wallet.dispute(id),
    CONTACT_PROVIDER: nothing,
    CONTACT_SUPPORT: nothing,
  };
}
