import type { Locale } from './locale';

/** Who writes, by the one name that people know us by: whoever signs otherwise is not us. */
export const senderName = 'Bindery';

/** A text message as it is signed, codes and alerts alike; in China carriers ask for these brackets. */
export const signText = (text: string, locale: Locale): string =>
  locale === 'zh-CN' ? `【${senderName}】${text}` : `${senderName}: ${text}`;
