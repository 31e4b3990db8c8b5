import { createTranslator } from '@bindery/localisation';
import { en } from './restore.words.en';
import { zhCn } from './restore.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
