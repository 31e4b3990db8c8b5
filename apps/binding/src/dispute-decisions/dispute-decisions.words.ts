import { createTranslator } from '@bindery/localisation';
import { en } from './dispute-decisions.words.en';
import { zhCn } from './dispute-decisions.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
