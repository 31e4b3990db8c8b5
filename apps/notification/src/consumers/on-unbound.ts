import type { Notify } from '../alerts/notify';
import { aboutBinding } from './about-binding';
import type { Consumer } from './consumer';

/** Tells what the unbinding cost, until when it can be undone, and the receipt (requirements 3, 11, 12). */
export const onUnbound =
  (notify: Notify): Consumer<'bindery.binding.unbound.v1'> =>
  (event, tx) => {
    const { receiptId, feeCharged: fee, restorableUntil } = event.data;
    const alert = aboutBinding(event.data, { receiptId, fee, restorableUntil });
    return notify(tx, event, restorableUntil ? alert : { ...alert, action: 'REBIND_CARD' });
  };
