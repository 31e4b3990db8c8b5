import { createTranslator } from '@bindery/localisation';
import { en } from './revocation.words.en';
import { zhCn } from './revocation.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
