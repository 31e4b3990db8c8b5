import { newId } from '@bindery/kernel';
import { findContract } from '@bindery/event-contracts';
import { alertTable, tabulate, type AlertRow } from './alert-table.rules';
import { kinds } from './kinds';
import { isCritical, notificationKinds } from './notification-kind.rules';
import { toActionUrl } from './notification-action.rules';

const rules = Object.entries(alertTable) as [keyof typeof alertTable, AlertRow][];

/** What requirement 39 names: each unbind, bind, restore, lock and consent. */
const neverSilent = [
  'binding.bound',
  'binding.bind-refused',
  'binding.declined',
  'binding.held',
  'binding.hold-lifted',
  'binding.unbind-requested',
  'binding.unbound',
  'binding.unbind-refused',
  'binding.removed-elsewhere',
  'binding.restored',
  'binding.restore-refused',
  'account.locked',
  'account.unlocked',
  'consent.recorded',
];

describe('alertTable', () => {
  it.each(neverSilent)('has %s as an alert that cannot be switched off (requirement 39)', (fact) => {
    const rule = new Map<string, AlertRow>(rules).get(`bindery.${fact}.v1`);
    expect(rule?.critical).toBe(true);
  });

  it.each(rules.map(([fact]) => fact))('%s is a fact that somebody publishes', (fact) =>
    expect(findContract(fact)?.type).toBe(fact),
  );

  it('uses every kind', () => {
    expect(new Set(rules.map(([, { kind }]) => kind))).toEqual(new Set(notificationKinds));
    expect(new Set(notificationKinds).size).toBe(kinds.length);
    for (const [, { kind, critical }] of rules) expect(isCritical(kind)).toBe(critical);
  });

  it('tells of a fact in the words of its kind, or in those that the kind has for it', () => {
    expect(alertTable['bindery.binding.bind-refused.v1'].words).toBe('CARD_BIND_REFUSED');
    expect(alertTable['bindery.binding.declined.v1']).toMatchObject({
      kind: 'CARD_BIND_REFUSED',
      words: 'CARD_DECLINED',
    });
  });

  it('is not made of two kinds that tell of one fact', () =>
    expect(() => tabulate([...kinds, { ...kinds[0], code: 'WELCOME_AGAIN' }])).toThrow(
      'two kinds of notification tell of bindery.account.registered.v1',
    ));
});

describe('toActionUrl', () => {
  const subject = { cardId: newId('card'), bindingId: newId('binding') };

  it('leads to the card or binding the notification is about', () => {
    expect(toActionUrl('CONFIRM_IT_WAS_YOU', subject, 'bindery://wallet')).toBe(
      `bindery://wallet/bindings/${subject.bindingId}/was-this-you`,
    );
    expect(toActionUrl('OPEN_CARD', subject, 'bindery://wallet')).toBe(`bindery://wallet/cards/${subject.cardId}`);
  });

  it('leads to the list of cards when the fact names none', () => {
    expect(toActionUrl('RESTORE_CARD', { cardId: null, bindingId: null }, 'bindery://wallet')).toBe(
      'bindery://wallet/',
    );
  });
});
