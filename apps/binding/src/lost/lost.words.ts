import { createTranslator } from '@bindery/localisation';
import { en } from './lost.words.en';
import { zhCn } from './lost.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
