import type { Notify } from '../alerts/notify';
import { aboutBinding } from './about-binding';
import type { Consumer } from './consumer';

export const onRestored =
  (notify: Notify): Consumer<'bindery.binding.restored.v1'> =>
  (event, tx) =>
    notify(tx, event, aboutBinding(event.data));
