import type { EventHandlers } from '@bindery/messaging';
import type { EntityManager } from 'typeorm';
import type { AddContactPoint } from './add-contact-point';

/** Keeps the sealed address, for alerts to come and for those that overtook this event. */
export const onContactPointConfirmed =
  (addContactPoint: AddContactPoint): EventHandlers<EntityManager>['bindery.account.contact-point-confirmed.v1'] =>
  ({ data: { accountId, contactPointId, channel, sealedAddress, at } }, tx) =>
    addContactPoint(tx, accountId, { id: contactPointId, channel, sealedAddress, confirmedAt: new Date(at) });
