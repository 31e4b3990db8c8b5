import { createTranslator } from '@bindery/localisation';
import { en } from './usage.words.en';
import { zhCn } from './usage.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
