import type { KeepContactPoint } from './add-contact-point';
import type { Consumer } from '../consumers/consumer';

/** Keeps the sealed address, for alerts to come and for those that overtook this event. */
export const onContactPointConfirmed =
  (keepContactPoint: KeepContactPoint): Consumer<'bindery.account.contact-point-confirmed.v1'> =>
  ({ data: { accountId, contactPointId, channel, sealedAddress, at } }, tx) =>
    keepContactPoint(tx, accountId, { id: contactPointId, channel, sealedAddress, confirmedAt: new Date(at) });
