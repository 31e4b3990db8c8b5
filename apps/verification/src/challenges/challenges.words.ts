import { createTranslator } from '@bindery/localisation';
import { en } from './challenges.words.en';
import { zhCn } from './challenges.words.zh-cn';

/** What is said to people about challenges. */
export const say = createTranslator({ en, 'zh-CN': zhCn });
