import { createTranslator } from '@bindery/localisation';
import { en } from './activation.words.en';
import { zhCn } from './activation.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
