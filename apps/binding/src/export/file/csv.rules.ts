/** Excel takes a file without it for the code page of its computer, and every Chinese character in it for others. */
export const byteOrderMark = '\ufeff';

/**
 * A cell of RFC 4180, quoted where it has to be. A text that a spreadsheet would take for a formula begins with an apostrophe, which shows that it is text
 * (OWASP, CSV Injection): names of merchants are written by merchants. After blanks and in full width too, which spreadsheets read over.
 */
export function toCell(text: string): string {
  const safe = /^[\s\u0000]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /["\r\n,;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** An amount is a number and stays one, below zero too. */
export const toNumberCell = (decimal: string): string => decimal;

/** One line, ended as the RFC has it. Its cells are cells already. */
export const toLine = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;
