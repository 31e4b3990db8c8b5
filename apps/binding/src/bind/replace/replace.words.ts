import { createTranslator } from '@bindery/localisation';
import { en } from './replace.words.en';
import { zhCn } from './replace.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
