import type { EntityManager } from 'typeorm';
import { eventTypes } from '@bindery/event-contracts';
import type { EventHandlers } from '@bindery/messaging';
import { createOnAccountRegistered } from '../contacts/on-account-registered.consumer';
import { createOnBindingChanged, type BindingFact } from '../proofs/on-binding-changed.consumer';
import {
  createOnContactPointConfirmed,
  type OnContactPointConfirmedDeps,
} from '../contacts/on-contact-point-confirmed.consumer';

const bindingFacts = eventTypes.filter((type): type is BindingFact => type.startsWith('bindery.binding.'));

/** Which events this service listens to, and what it does about each. */
export function createSubscriptions(deps: OnContactPointConfirmedDeps): EventHandlers<EntityManager> {
  const onBindingChanged = createOnBindingChanged(deps.countStale);
  return {
    ...Object.fromEntries(bindingFacts.map((type) => [type, onBindingChanged])),
    'bindery.account.contact-point-confirmed.v1': createOnContactPointConfirmed(deps),
    'bindery.account.registered.v1': createOnAccountRegistered(deps.countStale),
  };
}
