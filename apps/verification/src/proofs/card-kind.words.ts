import { en } from './card-kind.words.en';
import { zhCn } from './card-kind.words.zh-cn';

/** A part of a message that names the card: it takes the value `kind`. */
export const cardKindWords = { en, 'zh-CN': zhCn } as const;
