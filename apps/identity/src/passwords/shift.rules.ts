/** The keys of a US keyboard whose signs are no letters, as they are and with shift. */
const [plain, shifted] = ["`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?'] as const;

/** What the same keys write when shift is not held; letters stay as they are. */
export const withoutShift = (text: string): string =>
  [...text].map((sign) => plain[shifted.indexOf(sign)] ?? sign).join('');
