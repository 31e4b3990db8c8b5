import { createTranslator } from '@bindery/localisation';
import { en } from './emergency.words.en';
import { zhCn } from './emergency.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
