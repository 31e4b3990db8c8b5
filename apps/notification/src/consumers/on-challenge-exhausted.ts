import { isId } from '@bindery/kernel';
import type { Notify } from '../alerts/notify';
import type { Consumer } from './consumer';

/** Tells of a code that was entered wrongly too often; an anonymous challenge has nobody to tell. */
export const onChallengeExhausted =
  (notify: Notify): Consumer<'bindery.challenge.exhausted.v1'> =>
  async (event, tx) => {
    const { accountId, action, subjectId = '', at } = event.data;
    if (!accountId) return;
    await notify(tx, event, {
      accountId,
      facts: { at, challenged: action },
      bindingId: isId('binding', subjectId) ? subjectId : undefined,
    });
  };
