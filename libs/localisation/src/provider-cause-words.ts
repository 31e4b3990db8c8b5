import { createTranslator, type Catalogue } from './translator';
import type { Locale } from './locale';

/** Why providers refuse, as far as their words are known. The list is open: of any other it is told that there are no words for it, as a code means nothing to people. */
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
    BIND_NOT_OFFERED: 'It does not bind cards through us.',
    RESUME_NOT_OFFERED: 'It does not suspend or resume cards.',
    SIGNING_LAPSED: 'It was not signed there in time.',
    SIGN_FAILED: 'The signing there failed.',
    CONTRACT_TERMINATED: 'The contract has ended there.',
    UNSIGN_NOT_ALLOWED: 'It does not let the contract end now.',
    RULE_LIMIT: 'Its rules do not allow it now.',
    TOO_MANY_TRIES: 'Too many wrong codes were entered.',
    CODE_USED_UP: 'Too many wrong codes were entered.',
    LOAN_UNKNOWN: 'It knows of no such loan.',
    ACCOUNT_DIFFERS: 'It is the account of somebody else there.',
    OFFER_DIFFERS: 'The offer was another one there.',
    other: 'It gave a reason that we have no words for.',
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
    BIND_NOT_OFFERED: '该机构不通过我们绑卡。',
    RESUME_NOT_OFFERED: '该机构不支持暂停或恢复使用。',
    SIGNING_LAPSED: '未在期限内在该机构签约。',
    SIGN_FAILED: '在该机构的签约未成功。',
    CONTRACT_TERMINATED: '该机构的签约已终止。',
    UNSIGN_NOT_ALLOWED: '该机构目前不允许解约。',
    RULE_LIMIT: '按该机构的规则目前不能办理。',
    TOO_MANY_TRIES: '验证码输错次数过多。',
    CODE_USED_UP: '验证码输错次数过多。',
    LOAN_UNKNOWN: '该机构没有这笔借款。',
    ACCOUNT_DIFFERS: '该账户在该机构属于他人。',
    OFFER_DIFFERS: '该机构的报价与此不同。',
    other: '该机构给出的原因，我们尚无相应的文字说明。',
  },
} as const satisfies Catalogue<string>;

type Known = keyof (typeof words)['en'];

const say = createTranslator<Known>(words);

const isKnown = (cause: string): cause is Known => cause !== 'other' && Object.hasOwn(words.en, cause);

/** A provider's reason as a sentence of its own, after one that says what it refused. */
export const sayProviderCause = (cause: string, locale: Locale): string =>
  say(locale, isKnown(cause) ? cause : 'other');

/** What is told as a refusal and is none: the holder did not do in time what they were asked for. */
const lapses: ReadonlySet<string> = new Set<Known>(['SIGNING_LAPSED', 'PASS_NOT_ADDED', 'MESSAGE_NOT_SIGNED']);

/** Whether a cause says that the time was over, and nobody refused. */
export const isLapse = (cause: string): boolean => lapses.has(cause);
