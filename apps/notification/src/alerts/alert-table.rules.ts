import type { ActionKind } from './notification-action.rules';
import type { NotificationKind } from './notification-kind.rules';
import type { WordsKey } from './words-key.rules';

/** How one fact becomes a notification. */
export interface AlertRule {
  readonly kind: NotificationKind;
  /** Cannot be switched off and goes out by SMS too. */
  readonly critical: boolean;
  readonly words: WordsKey;
  readonly action: ActionKind | null;
}

const alert = (kind: NotificationKind, action: ActionKind, words: WordsKey = kind): AlertRule => ({
  kind,
  critical: true,
  words,
  action,
});
const notice = (kind: NotificationKind, action: ActionKind): AlertRule => ({
  kind,
  critical: false,
  words: kind,
  action,
});

/**
 * Every fact that somebody is told about. Each bind, unbind, restore, lock and consent, and each outcome of one, is
 * an alert that cannot be switched off (requirement 39); so is what a thief would do first (requirement 23).
 */
export const alertTable = {
  'bindery.account.registered.v1': notice('WELCOME', 'OPEN_WALLET'),
  'bindery.account.session-started.v1': alert('NEW_DEVICE', 'REVIEW_DEVICES'),
  'bindery.account.locked.v1': alert('ACCOUNT_LOCKED', 'RESET_PASSWORD'),
  'bindery.account.unlocked.v1': alert('ACCOUNT_UNLOCKED', 'REVIEW_DEVICES'),
  'bindery.account.password-changed.v1': alert('PASSWORD_CHANGED', 'RESET_PASSWORD'),
  'bindery.challenge.exhausted.v1': alert('WRONG_CODES', 'REVIEW_DEVICES'),
  'bindery.consent.recorded.v1': alert('CONSENT_RECORDED', 'READ_CONSENTS'),
  'bindery.binding.bound.v1': alert('CARD_BOUND', 'OPEN_CARD'),
  'bindery.binding.bind-refused.v1': alert('CARD_BIND_REFUSED', 'REBIND_CARD'),
  'bindery.binding.declined.v1': alert('CARD_BIND_REFUSED', 'REBIND_CARD', 'CARD_DECLINED'),
  'bindery.binding.held.v1': alert('CARD_HELD', 'OPEN_CARD'),
  'bindery.binding.hold-lifted.v1': alert('CARD_HOLD_LIFTED', 'OPEN_CARD'),
  'bindery.binding.unbind-requested.v1': alert('CARD_UNBIND_REQUESTED', 'CONFIRM_IT_WAS_YOU'),
  'bindery.binding.unbound.v1': alert('CARD_UNBOUND', 'RESTORE_CARD'),
  'bindery.binding.unbind-refused.v1': alert('CARD_UNBIND_REFUSED', 'OPEN_CARD'),
  'bindery.binding.restored.v1': alert('CARD_RESTORED', 'OPEN_CARD'),
  'bindery.binding.restore-refused.v1': alert('CARD_RESTORE_REFUSED', 'REBIND_CARD'),
  'bindery.binding.removed-elsewhere.v1': alert('CARD_REMOVED_ELSEWHERE', 'CONFIRM_IT_WAS_YOU'),
  'bindery.wallet.default-changed.v1': notice('DEFAULT_CARD_CHANGED', 'OPEN_WALLET'),
} as const satisfies Readonly<Record<string, AlertRule>>;

export type AlertedFact = keyof typeof alertTable;

const criticalKinds = new Set(
  Object.values(alertTable)
    .filter(({ critical }) => critical)
    .map(({ kind }) => kind),
);

/** Whether notifications of a kind cannot be switched off. */
export const isCritical = (kind: NotificationKind): boolean => criticalKinds.has(kind);
