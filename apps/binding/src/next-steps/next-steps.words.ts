import { createTranslator } from '@bindery/localisation';
import { en } from './next-steps.words.en';
import { zhCn } from './next-steps.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
