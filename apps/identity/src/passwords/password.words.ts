import { createTranslator } from '@bindery/localisation';
import { en } from './password.words.en';
import { zhCn } from './password.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
