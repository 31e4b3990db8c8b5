import { createTranslator } from '@bindery/localisation';
import { en } from './access-card.words.en';
import { zhCn } from './access-card.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
