import { eventTypes, type BinderyEvent, type EventType } from '@bindery/event-contracts';
import { toChanges } from './change';

const accountId = 'account_1';
const data = {
  accountId,
  cardId: 'card_1',
  bindingId: 'binding_1',
  fromCardId: 'card_1',
  toCardId: 'card_2',
  notificationId: 'notification_1',
  challengeId: 'challenge_1',
  sessionId: 'session_1',
  deviceId: 'device_1',
  from: 'BOUND',
  to: 'UNBINDING',
  consentId: 'consent_1',
};
const event = (type: EventType, changed: object = {}) =>
  ({ type, data: { ...data, ...changed } }) as unknown as BinderyEvent;
const told = (type: EventType, changed?: object) =>
  toChanges(event(type, changed))?.changes.map(({ kind, id }) => `${kind} ${id}`) ?? [];

describe('what an event changed', () => {
  it('is the card, whatever happened to its binding', () => {
    const ofBindings = eventTypes.filter((type) => type.startsWith('bindery.binding.'));
    expect(ofBindings.length).toBeGreaterThan(20);
    for (const type of ofBindings) expect(told(type)[0]).toBe('CARD card_1');
    expect(told('bindery.binding.unbound.v1')).toEqual(['CARD card_1']);
  });

  it.each([
    [null, 'VERIFYING'],
    ['VERIFYING', 'BINDING'],
    ['BINDING', 'AWAITING_ACTIVATION'],
  ])('is also what waits, when a binding goes from %s to %s', (from, to) => {
    expect(told('bindery.binding.started.v1', { from, to })).toEqual(['CARD card_1', 'WAITING binding_1']);
  });

  it.each<[EventType, string[]]>([
    ['bindery.wallet.default-changed.v1', ['CARD card_1', 'CARD card_2']],
    ['bindery.card.used.v1', ['USAGE card_1']],
    ['bindery.binding.removed-elsewhere.v1', ['CARD card_1', 'WAITING binding_1']],
    ['bindery.case.opened.v1', ['CARD card_1']],
    ['bindery.case.overdue.v1', ['CARD card_1']],
    ['bindery.case.closed.v1', ['CARD card_1']],
    ['bindery.removal.answered.v1', ['CARD card_1', 'WAITING binding_1']],
    ['bindery.notification.queued.v1', ['INBOX notification_1']],
    ['bindery.notification.failed.v1', ['INBOX notification_1']],
    ['bindery.challenge.started.v1', ['WAITING challenge_1']],
    ['bindery.proof.granted.v1', ['WAITING challenge_1']],
    ['bindery.account.session-started.v1', ['SESSIONS session_1']],
    ['bindery.account.device-removed.v1', ['SESSIONS device_1']],
    ['bindery.account.locked.v1', ['ACCOUNT account_1']],
    ['bindery.consent.recorded.v1', []],
    ['bindery.account.registered.v1', []],
  ])('of %s is %j', (type, changes) => {
    expect(told(type)).toEqual(changes);
  });

  it('leaves out a default card that was not or is not', () => {
    expect(told('bindery.wallet.default-changed.v1', { fromCardId: undefined })).toEqual(['CARD card_2']);
  });

  it('is for the account of the event, and for nobody where there is none', () => {
    expect(toChanges(event('bindery.card.used.v1'))?.accountId).toBe(accountId);
    expect(toChanges(event('bindery.challenge.started.v1', { accountId: undefined }))).toBeUndefined();
  });

  it('says no more than kinds and ids', () => {
    const changes = eventTypes.flatMap((type) => toChanges(event(type))?.changes ?? []);
    for (const change of changes) expect(Object.keys(change).sort()).toEqual(['id', 'kind']);
  });
});
