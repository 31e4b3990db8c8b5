import { createTranslator } from '@bindery/localisation';
import { en } from './log-in.words.en';
import { zhCn } from './log-in.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
