import type { Notify } from '../alerts/notify';
import { aboutBinding } from './about-binding';
import type { Consumer } from './consumer';

/** Tells that somebody other than the holder lifted a hold, and whether the card can be used again. */
export const onHoldLifted =
  (notify: Notify): Consumer<'bindery.binding.hold-lifted.v1'> =>
  async (event, tx) => {
    const { actor, status } = event.data;
    if (actor === 'HOLDER') return;
    await notify(tx, event, aboutBinding(event.data, { usable: status === 'ACTIVE' }));
  };
