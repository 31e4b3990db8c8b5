import { createTranslator } from '@bindery/localisation';
import { en } from './lender-account.words.en';
import { zhCn } from './lender-account.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
