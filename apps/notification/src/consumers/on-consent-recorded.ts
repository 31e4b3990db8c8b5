import type { Notify } from '../alerts/notify';
import type { Consumer } from './consumer';

export const onConsentRecorded =
  (notify: Notify): Consumer<'bindery.consent.recorded.v1'> =>
  (event, tx) => {
    const { accountId, bindingId, provider, version, at } = event.data;
    return notify(tx, event, { accountId, bindingId, facts: { at, provider, version } });
  };
