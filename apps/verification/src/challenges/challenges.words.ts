import { createTranslator } from '@bindery/localisation';
import { en } from './challenges.words.en';
import { zhCn } from './challenges.words.zh-cn';

/** This service's words for people, by key. */
export const translate = createTranslator({ en, 'zh-CN': zhCn });
