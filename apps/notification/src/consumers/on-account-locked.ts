import type { Notify } from '../alerts/notify';
import type { Consumer } from './consumer';

/** Tells the owner why the account is locked and until when (requirement 23). */
export const onAccountLocked =
  (notify: Notify): Consumer<'bindery.account.locked.v1'> =>
  (event, tx) => {
    const { accountId, reason, until, at } = event.data;
    return notify(tx, event, { accountId, facts: { at, cause: reason, until } });
  };
