import { newId } from '@bindery/kernel';
import { findContract } from '@bindery/event-contracts';
import { alertTable, tabulate, type AlertRow } from './alert-table.rules';
import { kinds } from './kinds';
import { isCritical, notificationKinds } from './notification-kind.rules';
import type { Alert } from './alert.rules';
import { actionKinds, actionWays, toAction } from './notification-action.rules';
import { renderNotification } from './render-notification';

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

describe('an action', () => {
  const subject = { cardId: newId('card'), bindingId: newId('binding') };
  const places = { walletUrl: 'bindery://wallet', supportUrl: 'https://help.example' };

  it('leads to the card the notification is about', () => {
    expect(toAction('OPEN_CARD', subject, places).url).toBe(`bindery://wallet/cards/${subject.cardId}`);
  });

  it('leads to the list of cards when the fact names none', () => {
    expect(toAction('OPEN_CARD', { cardId: null, bindingId: null }, places).url).toBe('bindery://wallet/');
  });

  it('is one behind which something stands, whatever an older notification promised', () => {
    for (const kind of actionKinds)
      expect(['FIELD', 'PAGE']).toContain(actionWays[toAction(kind, subject, places).kind].by);
    expect(toAction('CONFIRM_IT_WAS_YOU', subject, places).kind).toBe('CONFIRM_IT_WAS_YOU');
    expect(toAction('CONFIRM_IT_WAS_YOU', { ...subject, bindingId: null }, places).kind).toBe('OPEN_CARD');
    for (const past of ['RESTORE_CARD', 'REBIND_CARD'] as const)
      expect(toAction(past, subject, places)).toEqual(toAction('OPEN_CARD', subject, places));
    expect(toAction('READ_CONSENTS', subject, places).kind).toBe('READ_CONSENTS');
  });

  it('leads to support only where there is a way to it', () => {
    expect(toAction('CONTACT_SUPPORT', subject, places)).toEqual({ kind: 'CONTACT_SUPPORT', url: places.supportUrl });
    expect(toAction('CONTACT_SUPPORT', subject, { ...places, supportUrl: null }).kind).toBe('OPEN_CARD');
  });
});

describe('an answer that is overdue', () => {
  const { alertOf } = alertTable['bindery.binding.sync-changed.v1'];
  const fact = { accountId: newId('account'), sync: { state: 'UNKNOWN', operation: { kind: 'UNBIND' } } };

  it('is told, and no other change of the sync', () => {
    expect(alertOf({ ...fact, overdue: true } as never)).toMatchObject({ facts: { asked: 'UNBIND' } });
    expect(alertOf(fact as never)).toBeNull();
  });
});

describe('a case that is opened', () => {
  const { alertOf } = alertTable['bindery.case.opened.v1'];
  const toldOf = (about: string) => alertOf({ accountId: newId('account'), about } as never);

  it.each([
    'OVERDUE',
    'DISPUTE_OVERDUE',
    'CHARGED_AFTER_UNBIND',
    'OPENED_AFTER_UNBIND',
    'USED_WHILE_HELD',
    'COLLECTED_WITHOUT_CONSENT',
  ])('is told by another alert: %s', (about) => expect(toldOf(about)).toBeNull());

  it.each(['MANDATE_LEFT', 'REVOCATION', 'LENDER_REFUSED', 'SOMETHING_NEW'])('is told: %s', (about) =>
    expect(toldOf(about)).toMatchObject({ facts: { matter: about } }),
  );
});

describe('a bind whose time was over', () => {
  const { alertOf } = alertTable['bindery.binding.lapsed.v1'];
  const lapsed = (from: string, cause?: string) =>
    alertOf({ accountId: newId('account'), provider: 'alipay', at: '2026-01-01T00:00:00.000Z', from, cause } as never);
  const bodyOf = (from: string, cause?: string) =>
    renderNotification({ words: 'CARD_NOT_FINISHED', facts: (lapsed(from, cause) as Alert).facts }, 'en', 'UTC').body;

  it('is told, unless nobody had confirmed it', () => {
    expect(lapsed('VERIFYING')).toBeNull();
    expect(bodyOf('IN_REVIEW')).toMatch(/^We did not decide in time/);
    expect(bodyOf('AWAITING_ACTIVATION')).toMatch(
      /^The time to finish .* UTC\. Nothing was bound\. To bind it, begin again/,
    );
    expect(bodyOf('AWAITING_ACTIVATION', 'SIGNING_LAPSED')).toMatch(
      /It was not signed there in time\. Nothing was bound/,
    );
  });

  it('and a restore whose time was over, is not told as refused', () => {
    const { alertOf: ofRestore } = alertTable['bindery.binding.restore-refused.v1'];
    const fact = { accountId: newId('account'), provider: 'apple-wallet', at: '2026-01-01T00:00:00.000Z' };
    const told = (cause: string) => {
      const { facts } = ofRestore({ ...fact, cause } as never) as Alert;
      return renderNotification({ words: 'CARD_RESTORE_REFUSED', facts }, 'en', 'UTC').body;
    };
    expect(told('PASS_NOT_ADDED')).toMatch(/^The time to finish restoring/);
    expect(told('PROVIDER_DECLINED')).toMatch(/refused/);
  });
});

describe('a hold of a dispute that is lifted', () => {
  const { alertOf } = alertTable['bindery.binding.hold-lifted.v1'];
  const lifted = (to: string) => alertOf({ accountId: newId('account'), owners: ['DISPUTE'], to } as never);

  it('is told where the card goes on, and not where the decision has taken it off', () => {
    expect(lifted('BOUND')).not.toBeNull();
    for (const to of ['UNBINDING', 'UNBOUND', 'VERIFYING']) expect(lifted(to)).toBeNull();
  });
});

describe('a use against what was told', () => {
  const { alertOf } = alertTable['bindery.card.used-wrongly.v1'];
  const providerName = { 'zh-CN': '支付宝', en: 'Alipay' };
  const saidOf = (data: object, locale: 'en' | 'zh-CN' = 'en') => {
    const common = { accountId: newId('account'), at: '2026-01-01T00:00:00.000Z', provider: 'alipay', providerName };
    const { facts } = alertOf({ ...common, ...data } as never) as Alert;
    return renderNotification({ words: 'USED_WRONGLY', facts }, locale, 'UTC');
  };

  it('says what ends it where a provider collects by itself, and only there', () => {
    const held = { about: 'USED_WHILE_HELD', kind: 'PAYMENT' };
    expect(saidOf({ ...held, unbindEndsIt: true }).body).toMatch(/charged, although .* until you take the card off/);
    expect(saidOf({ ...held, unbindEndsIt: true }, 'zh-CN').body).toMatch(/仍被扣款。在您解绑此卡/);
    expect(saidOf({ ...held, unbindEndsIt: false }).body).not.toMatch(/until you take/);
    expect(saidOf({ about: 'USED_WHILE_HELD', kind: 'DOOR_OPENED' }).body).toMatch(/used to open a door/);
  });

  it('has words of its own for each, and for one that is new', () => {
    const titles = ['USED_WHILE_HELD', 'COLLECTED_WITHOUT_CONSENT', 'OPENED_AFTER_UNBIND', 'SOMETHING_NEW'].map(
      (about) => saidOf({ about, kind: 'PAYMENT' }).title,
    );
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('a report of a loss', () => {
  const { alertOf } = alertTable['bindery.wallet.reported-lost.v1'];
  const bodyOf = (collecting: number) => {
    const data = { accountId: newId('account'), at: '2026-01-01T00:00:00.000Z', subject: 'CARD', held: 1, collecting };
    return renderNotification({ words: 'REPORTED_LOST', facts: (alertOf(data as never) as Alert).facts }, 'en', 'UTC')
      .body;
  };

  it('says what it does not stop, where there is something', () => {
    expect(bodyOf(1)).toMatch(/does not stop what a provider collects/);
    expect(bodyOf(0)).not.toMatch(/does not stop/);
  });
});

describe('the default card', () => {
  const { alertOf } = alertTable['bindery.wallet.default-changed.v1'];
  const bodyOf = (change: object) => {
    const alert = alertOf({ accountId: newId('account'), at: '2026-01-01T00:00:00.000Z', ...change } as never);
    return renderNotification({ words: 'DEFAULT_CARD_CHANGED', facts: (alert as Alert).facts }, 'en', 'UTC').body;
  };

  it('is another only where there was one', () => {
    expect(bodyOf({ fromCardId: newId('card'), toCardId: newId('card') })).toMatch(/another card is the one that pays/);
    expect(bodyOf({ toCardId: newId('card') })).toMatch(/^You have a card that pays by default/);
    expect(bodyOf({ fromCardId: newId('card') })).toMatch(/none of your cards can pay/);
  });
});
