/** Puts new text between the lines that mark a generated part of a file that is otherwise kept by hand. */
export function replaceRegion(text: string, name: string, content: string): string {
  const begin = `# <generated ${name}: npm run generate>\n`;
  const end = `# </generated ${name}>`;
  const [before, ...rest] = text.split(begin);
  const at = rest.join(begin).indexOf(end);
  if (before === undefined || rest.length !== 1 || at < 0) throw new Error(`there is no one part ${begin.trim()}`);
  const indented = rest.join('').slice(0, at);
  const indent = indented.slice(indented.lastIndexOf('\n') + 1);
  return `${before}${begin}${content}${indent}${rest.join('').slice(at)}`;
}
