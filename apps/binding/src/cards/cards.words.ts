import { createTranslator } from '@bindery/localisation';
import { en } from './cards.words.en';
import { zhCn } from './cards.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
