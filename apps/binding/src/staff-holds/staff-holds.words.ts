import { createTranslator } from '@bindery/localisation';
import { en } from './staff-holds.words.en';
import { zhCn } from './staff-holds.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
