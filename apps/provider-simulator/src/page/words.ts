import { createTranslator, type Locale, type MessageValues } from '@bindery/localisation';
import { smsCarrierCode } from '../faults/fault';
import type { Providers } from '../providers/provider';
import type { KnownCard } from '../records/known-card';
import { en } from './texts/en';
import { zhCn } from './texts/zh-cn';

export type TextKey = keyof typeof en;

/** What a card is called by. */
type NamedCard = Pick<KnownCard, 'brand' | 'site' | 'lastFour'>;

/** What a page says, in one language. */
export interface Words {
  readonly locale: Locale;
  text(key: TextKey, values?: MessageValues): string;
  /** Name of a provider, or of the SMS carrier; the code itself of one nobody knows. */
  providerName(code: string): string;
  /** A moment in this computer's time zone: the page is for the person in front of it. */
  moment(iso: string): string;
  cardName(card: NamedCard): string;
}

const translate = createTranslator({ en, 'zh-CN': zhCn });

export function createWords(locale: Locale, providers: Providers): Words {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const text: Words['text'] = (key, values) => translate(locale, key, values, timeZone);
  return {
    locale,
    text,
    providerName: (code) =>
      code === smsCarrierCode ? text('smsCarrier') : (providers.get(code)?.name[locale] ?? code),
    moment: (iso) => text('when', { at: new Date(iso) }),
    cardName: ({ brand, site, lastFour }) =>
      text('cardName', { brand: brand ?? text(site ? 'doorCard' : 'card'), lastFour }),
  };
}
