import { createTranslator } from '@bindery/localisation';
import { en } from './documents.words.en';
import { zhCn } from './documents.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
