import type { Notify } from '../alerts/notify';
import { aboutBinding } from './about-binding';
import type { Consumer } from './consumer';

export const onRestoreRefused =
  (notify: Notify): Consumer<'bindery.binding.restore-refused.v1'> =>
  (event, tx) =>
    notify(tx, event, aboutBinding(event.data));
