import { isId, type Id } from '@bindery/kernel';
import { z } from 'zod';

/** An id in the payload of a job; what has another form, or names another type, is no payload of it. */
export const idField = <Type extends string>(type: Type) =>
  z.string().refine((text): text is Id<Type> => isId(type, text));
