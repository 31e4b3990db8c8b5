import { createTranslator } from '@bindery/localisation';
import { en } from './registration.words.en';
import { zhCn } from './registration.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
