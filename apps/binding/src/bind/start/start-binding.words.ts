import { createTranslator } from '@bindery/localisation';
import { en } from './start-binding.words.en';
import { zhCn } from './start-binding.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
