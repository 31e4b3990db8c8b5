import { createTranslator } from '@bindery/localisation';
import { en } from './sms-code.words.en';
import { zhCn } from './sms-code.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
