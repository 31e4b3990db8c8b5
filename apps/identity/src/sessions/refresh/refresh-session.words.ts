import { createTranslator } from '@bindery/localisation';
import { en } from './refresh-session.words.en';
import { zhCn } from './refresh-session.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
