import { createTranslator, type Catalogue, type Locale } from '@bindery/localisation';
import type { NotificationKind } from './notification-kind.rules';

/** Kinds as a page of settings lists them. */
const kindNames: Catalogue<NotificationKind> = {
  en: {
    WELCOME: 'Welcome',
    NEW_DEVICE: 'Sign-in on a new device',
    ACCOUNT_LOCKED: 'Account locked',
    ACCOUNT_UNLOCKED: 'Account unlocked',
    PASSWORD_CHANGED: 'Password changed',
    WRONG_CODES: 'Too many wrong codes',
    CONSENT_RECORDED: 'Consent given',
    CARD_BOUND: 'Card bound',
    CARD_BIND_REFUSED: 'Card not accepted',
    CARD_HELD: 'Card suspended',
    CARD_HOLD_LIFTED: 'Suspension lifted',
    CARD_UNBIND_REQUESTED: 'Card being taken off',
    CARD_UNBOUND: 'Card taken off',
    CARD_UNBIND_REFUSED: 'Card could not be taken off',
    CARD_RESTORED: 'Card restored',
    CARD_RESTORE_REFUSED: 'Card could not be restored',
    CARD_REMOVED_ELSEWHERE: 'Card removed at the provider or on the device',
    DEFAULT_CARD_CHANGED: 'Default card changed',
  },
  'zh-CN': {
    WELCOME: '欢迎',
    NEW_DEVICE: '新设备登录',
    ACCOUNT_LOCKED: '账户锁定',
    ACCOUNT_UNLOCKED: '账户解锁',
    PASSWORD_CHANGED: '密码修改',
    WRONG_CODES: '验证码多次错误',
    CONSENT_RECORDED: '授权记录',
    CARD_BOUND: '卡片绑定',
    CARD_BIND_REFUSED: '卡片未能绑定',
    CARD_HELD: '卡片停用',
    CARD_HOLD_LIFTED: '停用解除',
    CARD_UNBIND_REQUESTED: '卡片正在解绑',
    CARD_UNBOUND: '卡片解绑',
    CARD_UNBIND_REFUSED: '卡片未能解绑',
    CARD_RESTORED: '卡片恢复',
    CARD_RESTORE_REFUSED: '卡片未能恢复',
    CARD_REMOVED_ELSEWHERE: '卡片在服务机构或设备上被移除',
    DEFAULT_CARD_CHANGED: '默认卡片变更',
  },
};

const translate = createTranslator(kindNames);

export const nameKind = (kind: NotificationKind, locale: Locale): string => translate(locale, kind);
