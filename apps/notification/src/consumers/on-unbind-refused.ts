import type { Notify } from '../alerts/notify';
import { aboutBinding } from './about-binding';
import type { Consumer } from './consumer';

export const onUnbindRefused =
  (notify: Notify): Consumer<'bindery.binding.unbind-refused.v1'> =>
  (event, tx) =>
    notify(tx, event, aboutBinding(event.data));
