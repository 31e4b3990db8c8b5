import { createTranslator } from '@bindery/localisation';
import { en } from './preferences.words.en';
import { zhCn } from './preferences.words.zh-cn';

/** Puts a message of this feature into words. */
export const translate = createTranslator({ en, 'zh-CN': zhCn });
