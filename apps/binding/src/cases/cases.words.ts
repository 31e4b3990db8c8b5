import { createTranslator } from '@bindery/localisation';
import { en } from './cases.words.en';
import { zhCn } from './cases.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
