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
    CONTRADICTION: 'It has given two different answers.',
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
    CONTRADICTION: '该机构先后给出了不同的答复。',
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
