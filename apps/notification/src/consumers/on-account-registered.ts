import { saveLocale } from '../recipients/recipient.repository';
import type { Notify } from '../alerts/notify';
import type { Consumer } from './consumer';

/** Keeps the language of the account and welcomes it. */
export const onAccountRegistered =
  (notify: Notify): Consumer<'bindery.account.registered.v1'> =>
  async (event, tx) => {
    const { accountId, locale, at } = event.data;
    await saveLocale(tx, accountId, locale);
    await notify(tx, event, { accountId, facts: { at } });
  };
