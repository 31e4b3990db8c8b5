import { createTranslator } from '@bindery/localisation';
import { en } from './collected.words.en';
import { zhCn } from './collected.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
