import type { Notify } from '../alerts/notify';
import type { Consumer } from './consumer';

/** Tells of a sign-in on a device that was never used before. */
export const onSessionStarted =
  (notify: Notify): Consumer<'bindery.account.session-started.v1'> =>
  async (event, tx) => {
    const { accountId, newDevice, at } = event.data;
    if (newDevice) await notify(tx, event, { accountId, facts: { at } });
  };
