import { isId } from '@bindery/kernel';
import { aboutAccount, aboutBinding, type AlertRow, type AlertTable } from './alert.rules';
import type { NotificationKind } from './notification-kind.rules';

/** Cannot be switched off and goes out by SMS too. */
const alert = { critical: true } as const;
/** Told in the inbox, and elsewhere as the holder likes. */
const notice = { critical: false } as const;

/**
 * Every fact that somebody is told about. Each bind, unbind, restore, lock and consent, and each outcome of one, is
 * an alert that cannot be switched off (requirement 39); so is what a thief would do first (requirement 23).
 */
export const alertTable = {
  'bindery.account.registered.v1': { ...notice, kind: 'WELCOME', action: 'OPEN_WALLET', alertOf: aboutAccount },
  'bindery.account.session-started.v1': {
    ...alert,
    kind: 'NEW_DEVICE',
    action: 'REVIEW_DEVICES',
    /** Told of a device that was never used before. */
    alertOf: (data) => (data.newDevice ? aboutAccount(data) : null),
  },
  'bindery.account.locked.v1': {
    ...alert,
    kind: 'ACCOUNT_LOCKED',
    action: 'RESET_PASSWORD',
    /** The owner is told why and until when (requirement 23). */
    alertOf: ({ accountId, reason, until, at }) => ({ accountId, facts: { at, cause: reason, until } }),
  },
  'bindery.account.unlocked.v1': {
    ...alert,
    kind: 'ACCOUNT_UNLOCKED',
    action: 'REVIEW_DEVICES',
    alertOf: aboutAccount,
  },
  'bindery.account.password-changed.v1': {
    ...alert,
    kind: 'PASSWORD_CHANGED',
    action: 'RESET_PASSWORD',
    alertOf: aboutAccount,
  },
  'bindery.challenge.exhausted.v1': {
    ...alert,
    kind: 'WRONG_CODES',
    action: 'REVIEW_DEVICES',
    /** An anonymous challenge has nobody to tell. */
    alertOf: ({ accountId, action, subjectId = '', at }) =>
      accountId
        ? {
            accountId,
            facts: { at, challenged: action },
            bindingId: isId('binding', subjectId) ? subjectId : undefined,
          }
        : null,
  },
  'bindery.consent.recorded.v1': {
    ...alert,
    kind: 'CONSENT_RECORDED',
    action: 'READ_CONSENTS',
    alertOf: ({ accountId, bindingId, provider, providerName, version, at }) => ({
      accountId,
      bindingId,
      facts: { at, provider, providerName, version },
    }),
  },
  'bindery.binding.bound.v1': {
    ...alert,
    kind: 'CARD_BOUND',
    action: 'OPEN_CARD',
    alertOf: (data) => aboutBinding(data),
  },
  'bindery.binding.bind-refused.v1': {
    ...alert,
    kind: 'CARD_BIND_REFUSED',
    action: 'REBIND_CARD',
    alertOf: (data) => aboutBinding(data),
  },
  'bindery.binding.declined.v1': {
    ...alert,
    kind: 'CARD_BIND_REFUSED',
    words: 'CARD_DECLINED',
    action: 'REBIND_CARD',
    alertOf: (data) => aboutBinding(data),
  },
  'bindery.binding.held.v1': {
    ...alert,
    kind: 'CARD_HELD',
    action: 'OPEN_CARD',
    /**
     * Told of a hold that somebody other than the holder put. The lock of an account holds all its cards and has an
     * alert of its own: ten cards must not make ten messages.
     */
    alertOf: (data) => {
      const newest = [...data.holds].sort((a, b) => Date.parse(b.since) - Date.parse(a.since))[0];
      if (data.actor === 'HOLDER' || newest?.owner === 'ACCOUNT') return null;
      return aboutBinding(data, { holdOwner: newest?.owner, cause: newest?.reason });
    },
  },
  'bindery.binding.hold-lifted.v1': {
    ...alert,
    kind: 'CARD_HOLD_LIFTED',
    action: 'OPEN_CARD',
    /** Told when somebody other than the holder lifted it, and whether the card can be used again. */
    alertOf: (data) => (data.actor === 'HOLDER' ? null : aboutBinding(data, { usable: data.status === 'ACTIVE' })),
  },
  'bindery.binding.unbind-requested.v1': {
    ...alert,
    kind: 'CARD_UNBIND_REQUESTED',
    action: 'CONFIRM_IT_WAS_YOU',
    alertOf: (data) => aboutBinding(data),
  },
  'bindery.binding.unbound.v1': {
    ...alert,
    kind: 'CARD_UNBOUND',
    action: 'RESTORE_CARD',
    /** What it cost, until when it can be undone, and the receipt (requirements 3, 11, 12). */
    alertOf: (data) => {
      const { receiptId, feeCharged: fee, restorableUntil } = data;
      const told = aboutBinding(data, { receiptId, fee, restorableUntil });
      return restorableUntil ? told : { ...told, action: 'REBIND_CARD' };
    },
  },
  'bindery.binding.unbind-refused.v1': {
    ...alert,
    kind: 'CARD_UNBIND_REFUSED',
    action: 'OPEN_CARD',
    alertOf: (data) => aboutBinding(data),
  },
  'bindery.binding.restored.v1': {
    ...alert,
    kind: 'CARD_RESTORED',
    action: 'OPEN_CARD',
    alertOf: (data) => aboutBinding(data),
  },
  'bindery.binding.restore-refused.v1': {
    ...alert,
    kind: 'CARD_RESTORE_REFUSED',
    action: 'REBIND_CARD',
    alertOf: (data) => aboutBinding(data),
  },
  'bindery.binding.removed-elsewhere.v1': {
    ...alert,
    kind: 'CARD_REMOVED_ELSEWHERE',
    action: 'CONFIRM_IT_WAS_YOU',
    /** "Was this you?" of a removal that nobody asked us for (requirement 20). */
    alertOf: (data) => aboutBinding(data, { restorableUntil: data.restorableUntil }),
  },
  'bindery.wallet.default-changed.v1': {
    ...notice,
    kind: 'DEFAULT_CARD_CHANGED',
    action: 'OPEN_WALLET',
    /** Which card pays now, or that none does (requirement 17). */
    alertOf: ({ accountId, fromCardId, toCardId, at }) => ({
      accountId,
      cardId: toCardId ?? fromCardId,
      facts: { at, hasDefault: toCardId !== undefined },
    }),
  },
} as const satisfies AlertTable;

export type AlertedFact = keyof typeof alertTable;

/** The row of a fact, with the words of its kind where it has none of its own. */
export function rowOf(fact: AlertedFact): AlertRow<never> & Required<Pick<AlertRow<never>, 'words'>> {
  const row: AlertRow<never> = alertTable[fact];
  return { ...row, words: row.words ?? row.kind };
}

const criticalKinds = new Set<NotificationKind>(
  Object.values(alertTable)
    .filter(({ critical }) => critical)
    .map(({ kind }) => kind),
);

/** Whether notifications of a kind cannot be switched off. */
export const isCritical = (kind: NotificationKind): boolean => criticalKinds.has(kind);
