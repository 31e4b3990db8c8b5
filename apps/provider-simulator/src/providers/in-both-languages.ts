import { z } from 'zod';

export const inBothLanguages = z.object({ 'zh-CN': z.string(), en: z.string() });
export type InBothLanguages = z.infer<typeof inBothLanguages>;
