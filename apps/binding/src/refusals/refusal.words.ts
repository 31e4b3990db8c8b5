import { createTranslator } from '@bindery/localisation';
import { en } from './refusal.words.en';
import { zhCn } from './refusal.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
