import { createTranslator } from '@bindery/localisation';
import { en } from './given-consents.words.en';
import { zhCn } from './given-consents.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
