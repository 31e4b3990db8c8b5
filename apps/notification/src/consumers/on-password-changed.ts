import type { Notify } from '../alerts/notify';
import type { Consumer } from './consumer';

export const onPasswordChanged =
  (notify: Notify): Consumer<'bindery.account.password-changed.v1'> =>
  (event, tx) =>
    notify(tx, event, { accountId: event.data.accountId, facts: { at: event.data.at } });
