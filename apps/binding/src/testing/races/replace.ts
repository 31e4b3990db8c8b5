import { consentTo } from '../consent';
import { aHolder, bankCard, bind, newCardNumber } from '../holder';
import { endsIn } from './ends';
import { attemptsOf, inTurn, type Race } from './race';

/** As many other cards as one holder may try at once before it looks like guessing. */
const cards = 5;

/** A bound card and many cards that want its place. */
export const replace: Race = {
  about: `a card is replaced by many requests at once, by ${cards} other cards`,
  oneWinnerOf: ['replaceCard'],
  async lay(service, count) {
    const holder = aHolder();
    const { bindingId } = await bind(service, holder);
    const others = inTurn(Array.from({ length: cards }, () => bankCard(newCardNumber())));
    const consent = consentTo('seaside-bank');
    return {
      accountId: holder.viewer.accountId,
      attempts: attemptsOf(service, holder, 'replaceCard', count, (index) => ({
        bindingId,
        reason: 'DAMAGED',
        consent,
        card: others(index),
      })),
      async judge() {
        const rows = await service.sql('SELECT 1 FROM succession WHERE predecessor_id = $1', [bindingId]);
        return {
          end: 'one under way',
          wrong: [
            ...(await endsIn(service, holder, bindingId, 'BOUND')),
            ...(rows.length === 1 ? [] : [`${bindingId} has ${rows.length} successors under way`]),
          ],
        };
      },
    };
  },
};
