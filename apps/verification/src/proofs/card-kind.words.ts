import { createTranslator, type Locale } from '@bindery/localisation';
import { en } from './card-kind.words.en';
import { zhCn } from './card-kind.words.zh-cn';
import type { KindName } from './known-binding.rules';

const say = createTranslator({ en, 'zh-CN': zhCn });

/** A card by its kind, within a sentence: the part `kind` of a message. */
export const sayCardKind = (name: KindName | null | undefined, locale: Locale): string =>
  name?.[locale] ?? say(locale, 'card');
