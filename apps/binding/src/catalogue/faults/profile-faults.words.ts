import { createTranslator, type Locale } from '@bindery/localisation';
import type { ProfileFault } from './profile-faults.rules';
import { en } from './profile-faults.words.en';
import { zhCn } from './profile-faults.words.zh-cn';

const say = createTranslator({ en, 'zh-CN': zhCn });

/** What is wrong with a field, in words. */
export const sayFault = ({ rule, limit }: ProfileFault, locale: Locale): string =>
  say(locale, rule, { limit: limit ?? 0 });
