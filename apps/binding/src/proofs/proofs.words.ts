import { createTranslator } from '@bindery/localisation';
import { en } from './proofs.words.en';
import { zhCn } from './proofs.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
