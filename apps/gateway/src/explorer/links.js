/* global say */
// What an answer leads to, e.g. the page of a provider where a contract is signed: text in the answer, links below it.
const linksBar = document.getElementById('links');
const mostLinks = 3;

window.showLinks = (text) => {
  const found = [...text.matchAll(/"url":("https?:[^"]+")/g)].map((match) => JSON.parse(match[1]));
  const urls = [...new Set(found)].filter((url) => URL.canParse(url)).slice(0, mostLinks);
  linksBar.hidden = urls.length === 0;
  linksBar.replaceChildren(
    say('links'),
    ...urls.flatMap((url) => {
      const link = document.createElement('a');
      const { host, pathname } = new URL(url);
      Object.assign(link, { href: url, textContent: host + pathname, target: '_blank', rel: 'noopener noreferrer' });
      return [' ', link];
    }),
  );
};
