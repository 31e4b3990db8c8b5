import { createTranslator } from '@bindery/localisation';
import { en } from './sms.words.en';
import { zhCn } from './sms.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
