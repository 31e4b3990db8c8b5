import { createTranslator } from '@bindery/localisation';
import { en } from './mail.words.en';
import { zhCn } from './mail.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
