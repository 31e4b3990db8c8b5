/**
 * Keeps the page current without a reload: fetches it anew and exchanges what changed, except where the person is at work
 * (focus or selected text inside). Everything works without it. Plain JavaScript, sent to the browser as it stands.
 */
export const pageScript = `
(() => {
  const everyMs = 2000;
  const pause = document.getElementById('pause');
  const news = document.getElementById('news');
  let paused = false;

  pause.hidden = false;
  pause.addEventListener('click', () => {
    paused = !paused;
    pause.textContent = paused ? pause.dataset.resume : pause.dataset.pause;
  });

  const isInUse = (part) => part.contains(document.activeElement) || (!getSelection().isCollapsed && part.contains(getSelection().anchorNode));

  function exchange(part, fresh) {
    const chosen = part.value;
    part.replaceChildren(...fresh.childNodes);
    if (part.tagName === 'SELECT' && [...part.options].some((option) => option.value === chosen)) part.value = chosen;
  }

  function tellNews(before) {
    const known = new Set(before);
    const count = [...document.querySelectorAll('[data-message]')].filter((message) => !known.has(message.dataset.message)).length;
    if (count > 0) news.textContent = news.dataset.text.replace('{n}', count);
  }

  async function refresh() {
    if (paused || document.hidden) return;
    const answer = await fetch(location.pathname + location.search);
    if (!answer.ok) return;
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const messagesBefore = [...document.querySelectorAll('[data-message]')].map((message) => message.dataset.message);
    for (const part of document.querySelectorAll('[data-live]')) {
      const fresh = next.getElementById(part.id);
      if (fresh && fresh.innerHTML !== part.innerHTML && !isInUse(part)) exchange(part, fresh);
    }
    tellNews(messagesBefore);
  }

  const again = () => setTimeout(() => refresh().catch(() => undefined).then(again), everyMs);
  again();
})();
`;
