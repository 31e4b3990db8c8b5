import { createTranslator } from '@bindery/localisation';
import { en } from './holds.words.en';
import { zhCn } from './holds.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
