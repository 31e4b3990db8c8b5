import type { Locale } from '@bindery/localisation';
import { en } from './explorer.words.en';
import { zhCn } from './explorer.words.zh-cn';

/** What the explorer says; what stands in braces is filled in by its scripts. */
export const explorerWords: Readonly<Record<Locale, Readonly<Record<keyof typeof en, string>>>> = { en, 'zh-CN': zhCn };
