import { createTranslator, type Catalogue } from './translator';
import type { Locale } from './locale';

/** Why providers refuse, as far as their words are known. The list is open: of any other the word itself is told. */
const words = {
  en: {
    TOKEN_UNKNOWN: 'It does not know this card any more.',
    CREDENTIAL_UNKNOWN: 'It does not know this card as bound.',
    CREDENTIAL_NOT_ACTIVE: 'The card is not active there.',
    RESTORE_NOT_OFFERED: 'It does not restore cards.',
    RESTORE_WINDOW_OVER: 'The time to restore is over there.',
    SUSPEND_NOT_OFFERED: 'It does not suspend cards.',
    PASS_NOT_ADDED: 'The pass was not added to a phone in time.',
    CONTRADICTION: 'It has given two different answers.',
    OBLIGATION_UNKNOWN: 'It knows of no such payment or balance any more.',
    AMOUNT_DIFFERS: 'The amount is another by now.',
    TARGET_NOT_ABLE: 'The other card cannot take it over.',
    CARD_NOT_BOUND: 'One of the cards is not bound any more.',
    NOT_TAKEN_IN_TIME: 'It did not take the request in time, and nothing was done.',
    NOT_OFFERED: 'It does not do this through us.',
    MESSAGE_NOT_SIGNED: 'The text was not signed in time.',
    CONSENT_MISSING: 'It may not look at the application without your consent.',
    OFFER_OVER: 'The offer is over there.',
    ACCOUNT_NOT_ACTIVE: 'The account is not active there.',
    NO_OFFER: 'It has no loan for you now.',
    PROVIDER_DECLINED: 'It did not say why.',
    UNSPECIFIED: 'It did not say why.',
    other: 'Its reason: {cause}.',
  },
  'zh-CN': {
    TOKEN_UNKNOWN: '该机构已没有此卡的记录。',
    CREDENTIAL_UNKNOWN: '该机构没有此卡的绑定记录。',
    CREDENTIAL_NOT_ACTIVE: '此卡在该机构处于非启用状态。',
    RESTORE_NOT_OFFERED: '该机构不支持恢复。',
    RESTORE_WINDOW_OVER: '已超过该机构可恢复的期限。',
    SUSPEND_NOT_OFFERED: '该机构不支持暂停。',
    PASS_NOT_ADDED: '未在期限内将票卡添加到手机。',
    CONTRADICTION: '该机构先后给出了不同的答复。',
    OBLIGATION_UNKNOWN: '该机构已没有这笔付款或余额。',
    AMOUNT_DIFFERS: '金额已经变化。',
    TARGET_NOT_ABLE: '另一张卡无法接收。',
    CARD_NOT_BOUND: '其中一张卡已不再绑定。',
    NOT_TAKEN_IN_TIME: '该机构未在期限内受理，未做任何更改。',
    NOT_OFFERED: '该机构不通过我们办理此事。',
    MESSAGE_NOT_SIGNED: '未在规定时间内签名。',
    CONSENT_MISSING: '没有您的授权，该机构不能受理。',
    OFFER_OVER: '该报价在该机构已失效。',
    ACCOUNT_NOT_ACTIVE: '该账户在该机构处于非启用状态。',
    NO_OFFER: '该机构目前没有可提供的借款。',
    PROVIDER_DECLINED: '该机构未说明原因。',
    UNSPECIFIED: '该机构未说明原因。',
    other: '原因代码：{cause}。',
  },
} as const satisfies Catalogue<string>;

type Known = keyof (typeof words)['en'];

const say = createTranslator<Known>(words);

const isKnown = (cause: string): cause is Known => cause !== 'other' && Object.hasOwn(words.en, cause);

/** A provider's reason as a sentence of its own, after one that says what it refused. */
export const sayProviderCause = (cause: string, locale: Locale): string =>
  isKnown(cause) ? say(locale, cause) : say(locale, 'other', { cause });
