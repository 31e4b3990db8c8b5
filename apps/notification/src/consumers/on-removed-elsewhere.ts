import type { Notify } from '../alerts/notify';
import { aboutBinding } from './about-binding';
import type { Consumer } from './consumer';

/** Asks "was this you?" of a removal that nobody asked us for (requirement 20). */
export const onRemovedElsewhere =
  (notify: Notify): Consumer<'bindery.binding.removed-elsewhere.v1'> =>
  (event, tx) =>
    notify(tx, event, aboutBinding(event.data, { restorableUntil: event.data.restorableUntil }));
