import { createTranslator } from '@bindery/localisation';
import { en } from './export.words.en';
import { zhCn } from './export.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
