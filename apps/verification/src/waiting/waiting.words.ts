import { createTranslator } from '@bindery/localisation';
import { en } from './waiting.words.en';
import { zhCn } from './waiting.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
