import { createTranslator } from '@bindery/localisation';
import { en } from './loans.words.en';
import { zhCn } from './loans.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
