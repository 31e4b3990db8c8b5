import { createTranslator } from '@bindery/localisation';
import { en } from './wallet.words.en';
import { zhCn } from './wallet.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
