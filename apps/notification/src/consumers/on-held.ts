import type { Notify } from '../alerts/notify';
import { aboutBinding } from './about-binding';
import type { Consumer } from './consumer';

/**
 * Tells of a hold that somebody other than the holder put. The lock of an account holds all its cards and has an
 * alert of its own: ten cards must not make ten messages.
 */
export const onHeld =
  (notify: Notify): Consumer<'bindery.binding.held.v1'> =>
  async (event, tx) => {
    const { actor, holds } = event.data;
    const newest = [...holds].sort((a, b) => Date.parse(b.since) - Date.parse(a.since))[0];
    if (actor === 'HOLDER' || newest?.owner === 'ACCOUNT') return;
    await notify(tx, event, aboutBinding(event.data, { holdOwner: newest?.owner, cause: newest?.reason }));
  };
