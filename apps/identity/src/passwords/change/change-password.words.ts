import { createTranslator } from '@bindery/localisation';
import { en } from './change-password.words.en';
import { zhCn } from './change-password.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
