import { createTranslator } from '@bindery/localisation';
import { en } from './obligations.words.en';
import { zhCn } from './obligations.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
