import { openContact, type ContactKeys } from '@bindery/trust';
import { channelOf } from '../channels';
import type { OutboundChannel } from '../recipients';
import { NotificationDeliveryType } from './delivery.type';
import type { DeliveryView } from './list-deliveries';

/** A delivery as the API shows it; its address only masked. */
export type ToDeliveryType = (delivery: DeliveryView) => Promise<NotificationDeliveryType>;

export const createDeliveryMapper =
  (contactKeys: ContactKeys): ToDeliveryType =>
  async ({ channel, state, changedAt, sealedAddress }) =>
    Object.assign(new NotificationDeliveryType(), {
      channel,
      state,
      at: changedAt,
      maskedTo: channel === 'INBOX' || !sealedAddress ? null : await openMasked(channel, sealedAddress, contactKeys),
    });

/** After an erasure the key is gone and with it the address: nothing is shown. */
const openMasked = (channel: OutboundChannel, sealed: string, keys: ContactKeys): Promise<string | null> =>
  openContact(sealed, keys).then(channelOf(channel).maskAddress, () => null);
