import { createEvent, type BinderyEvent, type DataOf, type EventOf, type EventType } from '@bindery/event-contracts';
import { newId, type Id } from '@bindery/kernel';
import { sealContact, type ContactKeys } from '@bindery/trust';

export const occurredAt = '2026-01-01T00:00:00.000Z';

/** An event as its producer would publish it. */
export function testEvent<Type extends EventType>(
  service: string,
  type: Type,
  key: string,
  data: DataOf<Type>,
): EventOf<Type> {
  return createEvent({ type, key, sequence: 1, data }, { service, now: new Date(occurredAt) });
}

export const registered = (accountId: Id<'account'>, locale: 'zh-CN' | 'en' = 'en', at = occurredAt) =>
  testEvent('identity', 'bindery.account.registered.v1', accountId, { accountId, locale, at });

export async function confirmed(accountId: Id<'account'>, address: string, keys: ContactKeys, at = occurredAt) {
  const channel = address.includes('@') ? 'EMAIL' : 'SMS';
  const data = {
    accountId,
    contactPointId: newId('contact_point'),
    channel,
    sealedAddress: await sealContact(address, keys),
    at,
  } as const;
  return testEvent('identity', 'bindery.account.contact-point-confirmed.v1', accountId, data);
}

export const passwordChanged = (accountId: Id<'account'>, at = occurredAt) =>
  testEvent('identity', 'bindery.account.password-changed.v1', accountId, { accountId, at });

export const defaultChanged = (accountId: Id<'account'>, toCardId?: Id<'card'>, at = occurredAt) =>
  testEvent('binding', 'bindery.wallet.default-changed.v1', accountId, { accountId, toCardId, at });

type BindingEventType = Extract<EventType, `bindery.binding.${string}`>;
type BindingData = DataOf<'bindery.binding.bound.v1'>;

/** A fact about a binding; `more` is what this fact has besides, or what shall differ. */
export function bindingEvent<Type extends BindingEventType>(
  type: Type,
  accountId: Id<'account'>,
  more: Partial<BindingData> & Omit<DataOf<Type>, keyof BindingData>,
): EventOf<Type> {
  const data = {
    bindingId: newId('binding'),
    cardId: newId('card'),
    accountId,
    provider: 'seaside-bank',
    providerName: { 'zh-CN': '海滨银行', en: 'Seaside Bank' },
    kind: 'BANK_CARD',
    actor: 'HOLDER',
    channel: 'WALLET_APP',
    trigger: 'ProviderConfirmed',
    from: 'UNBINDING',
    to: 'UNBOUND',
    status: 'UNBOUND',
    holds: [],
    sync: { state: 'IN_SYNC' },
    at: occurredAt,
    ...more,
  } as unknown as DataOf<Type>;
  return testEvent('binding', type, (data as BindingData).bindingId, data);
}

export const unbound = (accountId: Id<'account'>, more: Partial<DataOf<'bindery.binding.unbound.v1'>> = {}) =>
  bindingEvent('bindery.binding.unbound.v1', accountId, { receiptId: newId('receipt'), ...more });

export type AnyEvent = BinderyEvent;
