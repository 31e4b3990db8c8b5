import { createTranslator } from '@bindery/localisation';
import { en } from './pass-file.words.en';
import { zhCn } from './pass-file.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
