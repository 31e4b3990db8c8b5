import { createTranslator } from '@bindery/localisation';
import { en } from './bank-card.words.en';
import { zhCn } from './bank-card.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
