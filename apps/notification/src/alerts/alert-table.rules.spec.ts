import { newId } from '@bindery/kernel';
import { findContract } from '@bindery/event-contracts';
import type { AlertRow } from './alert.rules';
import { alertTable, isCritical } from './alert-table.rules';
import { notificationKinds } from './notification-kind.rules';
import { toActionUrl } from './notification-action.rules';

const rules = Object.entries(alertTable) as [keyof typeof alertTable, AlertRow<never>][];

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
    const rule = new Map<string, AlertRow<never>>(rules).get(`bindery.${fact}.v1`);
    expect(rule?.critical).toBe(true);
  });

  it.each(rules.map(([fact]) => fact))('%s is a fact that somebody publishes', (fact) =>
    expect(findContract(fact)?.type).toBe(fact),
  );

  it('uses every kind, and no kind both ways', () => {
    expect(new Set(rules.map(([, { kind }]) => kind))).toEqual(new Set(notificationKinds));
    for (const [, { kind, critical }] of rules) expect(isCritical(kind)).toBe(critical);
  });
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
