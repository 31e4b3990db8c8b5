import { createTranslator } from '@bindery/localisation';
import { en } from './unbind-plan.words.en';
import { zhCn } from './unbind-plan.words.zh-cn';

export const say = createTranslator({ en, 'zh-CN': zhCn });
