import { createTranslator } from '@bindery/localisation';
import { en } from './phone.words.en';
import { zhCn } from './phone.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
