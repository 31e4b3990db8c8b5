import { createTranslator } from '@bindery/localisation';
import { en } from './hygiene.words.en';
import { zhCn } from './hygiene.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
