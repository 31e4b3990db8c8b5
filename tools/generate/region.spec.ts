import { replaceRegion } from './region';

const text = 'a\n  # <generated parts: npm run generate>\n  old\n  # </generated parts>\nb\n';

describe('replaceRegion', () => {
  it('changes what stands between the marks and nothing else', () => {
    expect(replaceRegion(text, 'parts', '  new\n')).toBe(text.replace('old', 'new'));
  });

  it('comes to the same when done twice', () => {
    const once = replaceRegion(text, 'parts', '  new\n');
    expect(replaceRegion(once, 'parts', '  new\n')).toBe(once);
  });

  it.each([
    ['has no such part', 'a\nb\n'],
    ['has it twice', text + text],
    ['does not end it', text.replace('</generated parts>', '')],
  ])('refuses a file that %s', (_what, broken) => {
    expect(() => replaceRegion(broken, 'parts', '')).toThrow('parts');
  });
});
