import { createTranslator } from '@bindery/localisation';
import { en } from './unbind.words.en';
import { zhCn } from './unbind.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
