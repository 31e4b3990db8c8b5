import type { Notify } from '../use-cases/notify';
import type { Consumer } from './consumer';

export const onConsentRecorded =
  (notify: Notify): Consumer<'bindery.consent.recorded.v1'> =>
  (event, tx) => {
    const { accountId, bindingId, provider, providerName, version, at } = event.data;
    return notify(tx, event, { accountId, bindingId, facts: { at, provider, providerName, version } });
  };
