/** PostgreSQL cannot hold NUL or half a character in text or JSON, and a poison message may have them; the log still has the original. */
export const storableText = (text: string): string => Buffer.from(text.replaceAll('\0', '\ufffd')).toString();
