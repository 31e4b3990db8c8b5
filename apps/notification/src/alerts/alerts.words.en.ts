import type { WordsCatalogue } from './words-catalogue';

const restore =
  '{restorable, select, yes {You can restore it in the app until {restorableUntil, date, moment}.} other {It cannot be restored, but you can bind it again.}}';

export const en: WordsCatalogue = {
  'WELCOME.title': 'Welcome to Bindery',
  'WELCOME.body': 'Your account is ready. Add your first card in the app.',
  'NEW_DEVICE.title': 'Sign-in on a new device',
  'NEW_DEVICE.body':
    'Somebody signed in to your account on a new device on {at, date, moment}. Not you? End that session in the app and change your password.',
  'ACCOUNT_LOCKED.title': 'Your account is locked',
  'ACCOUNT_LOCKED.body':
    'Your account was locked on {at, date, moment}{cause, select, TOO_MANY_FAILURES { because of too many failed sign-ins} other {}}. {timed, select, yes {The lock ends on {until, date, moment}.} other {It stays locked until it is lifted.}} Resetting your password unlocks it.',
  'ACCOUNT_UNLOCKED.title': 'Your account is unlocked',
  'ACCOUNT_UNLOCKED.body':
    'The lock of your account was lifted on {at, date, moment}. Not you? Look at your devices and sessions in the app.',
  'PASSWORD_CHANGED.title': 'Your password was changed',
  'PASSWORD_CHANGED.body':
    'The password of your account was changed on {at, date, moment}. Not you? Reset it in the app at once.',
  'WRONG_CODES.title': 'Too many wrong codes',
  'WRONG_CODES.body':
    'Wrong codes were entered too often on {at, date, moment}{challenged, select, BIND {, to bind a card} UNBIND {, to take a card off} RESTORE {, to restore a card} other {}}. Nothing was done. Not you? Look at your devices in the app.',
  'CONSENT_RECORDED.title': 'Consent given to {provider}',
  'CONSENT_RECORDED.body':
    'On {at, date, moment} you agreed to the terms of {provider} (version {version}). You can read your consents in the app. Not you? Contact support.',
  'CARD_BOUND.title': 'Your {provider} card is bound',
  'CARD_BOUND.body': 'Your {provider} card was bound on {at, date, moment}. Not you? Take it off in the app.',
  'CARD_BIND_REFUSED.title': 'Your {provider} card was not accepted',
  'CARD_BIND_REFUSED.body':
    '{provider} did not accept your card on {at, date, moment}. Nothing was bound. You can try again or ask {provider}.',
  'CARD_DECLINED.title': 'Your request for {provider} was declined',
  'CARD_DECLINED.body':
    'Your request to bind a {provider} card was declined on {at, date, moment}. Nothing was bound. The app shows the reason and what you can do.',
  'CARD_HELD.title': 'Your {provider} card is suspended',
  'CARD_HELD.body':
    'Your {provider} card was suspended on {at, date, moment} by {owner}. It cannot be used until they lift this. The app shows the reason.',
  'CARD_HOLD_LIFTED.title': 'A suspension was lifted',
  'CARD_HOLD_LIFTED.body':
    'A suspension of your {provider} card was lifted on {at, date, moment}. {usable, select, yes {It can be used again.} other {It still cannot be used; the app shows why.}}',
  'CARD_UNBIND_REQUESTED.title': 'Your {provider} card is being taken off',
  'CARD_UNBIND_REQUESTED.body':
    'Your {provider} card is being taken off since {at, date, moment} and cannot be used any more. Not you? Open the app and tell us at once.',
  'CARD_UNBOUND.title': 'Your {provider} card was taken off',
  'CARD_UNBOUND.body': `Your {provider} card was taken off on {at, date, moment}. {charged, select, yes {Fee charged: {fee}.} other {No fee was charged.}} ${restore} Receipt: {receipt}.`,
  'CARD_UNBIND_REFUSED.title': 'Your {provider} card is still bound',
  'CARD_UNBIND_REFUSED.body':
    '{provider} refused on {at, date, moment} to take your card off. It is bound as before and no fee was charged. The app shows what you can do.',
  'CARD_RESTORED.title': 'Your {provider} card is restored',
  'CARD_RESTORED.body':
    'Your {provider} card was restored on {at, date, moment} and is bound again. Not you? Take it off in the app.',
  'CARD_RESTORE_REFUSED.title': 'Your {provider} card was not restored',
  'CARD_RESTORE_REFUSED.body':
    '{provider} refused on {at, date, moment} to restore your card. You can bind it again in the app.',
  'CARD_REMOVED_ELSEWHERE.title': 'Was this you? Your {provider} card is gone',
  'CARD_REMOVED_ELSEWHERE.body': `Your {provider} card was removed at the provider or on the device; we learned of it on {at, date, moment}. Not you? Open the app and tell us. ${restore}`,
  'DEFAULT_CARD_CHANGED.title': 'Default card changed',
  'DEFAULT_CARD_CHANGED.body':
    '{hasDefault, select, yes {Another of your cards pays by default since {at, date, moment}. The app shows which.} other {Since {at, date, moment} none of your cards pays by default. Choose one in the app.}}',
};
