import { createTranslator } from '@bindery/localisation';
import { en } from './proof.words.en';
import { zhCn } from './proof.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
