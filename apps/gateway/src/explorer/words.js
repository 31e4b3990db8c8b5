// The words of the page, in the language that the gateway chose for it.
const explorerWords = JSON.parse(document.getElementById('words').textContent);

/** A text, with what stands in braces filled in. */
window.say = (key, values = {}) => explorerWords[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** The same as lines of comment in a document. */
window.sayAsComment = (key) =>
  window
    .say(key)
    .split('\n')
    .map((line) => `# ${line}`.trimEnd())
    .join('\n');
