import { createTranslator } from '@bindery/localisation';
import { en } from './pass.words.en';
import { zhCn } from './pass.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
