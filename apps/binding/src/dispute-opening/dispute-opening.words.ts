import { createTranslator } from '@bindery/localisation';
import { en } from './dispute-opening.words.en';
import { zhCn } from './dispute-opening.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
