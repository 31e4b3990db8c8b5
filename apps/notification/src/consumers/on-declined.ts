import type { Notify } from '../alerts/notify';
import { aboutBinding } from './about-binding';
import type { Consumer } from './consumer';

export const onDeclined =
  (notify: Notify): Consumer<'bindery.binding.declined.v1'> =>
  (event, tx) =>
    notify(tx, event, aboutBinding(event.data));
