import { createTranslator } from '@bindery/localisation';
import { en } from './bind.words.en';
import { zhCn } from './bind.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
