import { createTranslator } from '@bindery/localisation';
import { en } from './default-card.words.en';
import { zhCn } from './default-card.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
