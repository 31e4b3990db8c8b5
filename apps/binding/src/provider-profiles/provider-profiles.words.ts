import { createTranslator } from '@bindery/localisation';
import { en } from './provider-profiles.words.en';
import { zhCn } from './provider-profiles.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
