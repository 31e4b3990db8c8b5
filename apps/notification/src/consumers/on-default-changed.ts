import type { Notify } from '../alerts/notify';
import type { Consumer } from './consumer';

/** Tells which card pays now, or that none does (requirement 17). */
export const onDefaultChanged =
  (notify: Notify): Consumer<'bindery.wallet.default-changed.v1'> =>
  (event, tx) => {
    const { accountId, fromCardId, toCardId, at } = event.data;
    return notify(tx, event, {
      accountId,
      cardId: toCardId ?? fromCardId,
      facts: { at, hasDefault: toCardId !== undefined },
    });
  };
