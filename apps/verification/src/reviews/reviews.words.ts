import { createTranslator } from '@bindery/localisation';
import { en } from './reviews.words.en';
import { zhCn } from './reviews.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
