import { createTranslator } from '@bindery/localisation';
import { en } from './crypto-address.words.en';
import { zhCn } from './crypto-address.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
