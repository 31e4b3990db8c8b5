import { createTranslator } from '@bindery/localisation';
import { en } from './move.words.en';
import { zhCn } from './move.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
