import { createTranslator } from '@bindery/localisation';
import { en } from './history.words.en';
import { zhCn } from './history.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
