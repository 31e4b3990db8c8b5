import { createTranslator } from '@bindery/localisation';
import { en } from './wechat-pay.words.en';
import { zhCn } from './wechat-pay.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
