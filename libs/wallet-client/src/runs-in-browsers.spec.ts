import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

const entry = path.join(__dirname, 'index.ts');

/** Every file that comes along with the entry, of this lib and of packages, and the builtins of Node that they import. */
function importGraph(): { files: string[]; builtins: string[] } {
  const files = new Set<string>();
  const builtins: string[] = [];
  const follow = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    // Types are gone before a browser sees the file.
    const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: false },
    });
    for (const { fileName } of ts.preProcessFile(outputText, true, true).importedFiles) {
      if (isBuiltin(fileName)) builtins.push(`${path.relative(__dirname, file)} imports ${fileName}`);
      else if (fileName.startsWith('.') && file.endsWith('.ts'))
        follow(path.join(path.dirname(file), `${fileName}.ts`));
      else follow(createRequire(file).resolve(fileName));
    }
  };
  follow(entry);
  return { files: [...files], builtins };
}

describe('the wallet client in a browser', () => {
  it('finds everything it imports there', () => {
    const { files, builtins } = importGraph();
    expect(builtins).toEqual([]);
    expect(files).toContain(path.join(__dirname, 'live/watch-changes.ts'));
    expect(files.some((file) => file.includes('eventsource-parser'))).toBe(true);
  });

  it('uses nothing that only Node has', () => {
    const program = ts.createProgram([entry], {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
      types: [],
      strict: true,
      skipLibCheck: true,
      noEmit: true,
    });
    const faults = ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
    expect(faults).toEqual([]);
  });
});
