import { z } from 'zod';
import type { Locale } from './locale';

/** What people read is written in both languages; the keys are BCP 47 tags. */
export type InBothLanguages = Readonly<Record<Locale, string>>;

/** What is said in each language, by language. */
export const inEachLanguage = <Said>(say: (locale: Locale) => Said): Readonly<Record<Locale, Said>> => ({
  'zh-CN': say('zh-CN'),
  en: say('en'),
});

/** The shape of it, each text being of such a kind. */
export const inBothLanguages = <Text extends z.ZodType<string>>(text: Text) =>
  z.object({ 'zh-CN': text, en: text } satisfies Record<Locale, Text>);
