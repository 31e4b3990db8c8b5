import { createTranslator } from '@bindery/localisation';
import { en } from './provider-answers.words.en';
import { zhCn } from './provider-answers.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
