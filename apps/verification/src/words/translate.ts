import { createTranslator } from '@bindery/localisation';
import { en } from './en';
import { zhCn } from './zh-cn';

/** This service's words for people, by key. */
export const translate = createTranslator({ en, 'zh-CN': zhCn });
