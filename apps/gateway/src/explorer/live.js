/* global say, showLinks, withNewKey */
// Keeps the token of the last login, and shows what changes in its account, as `/events` tells it. In memory only: a page that is loaded anew knows nobody.
const live = document.getElementById('live');
let listening = new AbortController();
let kept;

/** fetch for the explorer, which fills in `$newKey`: when an answer brings an access token, what follows is asked with that, unless Headers has another. */
async function fetchSignedIn(url, options) {
  const response = await ask(url, { ...options, body: withNewKey(options.body) });
  const text = await response.clone().text();
  showLinks(text);
  const token = /"accessToken":"([^"]+)"/.exec(text)?.[1];
  if (token) {
    kept = token;
    void listen(token);
  }
  return response;
}
window.fetchSignedIn = fetchSignedIn;

async function ask(url, options) {
  const hasOwn = Object.keys(options.headers).some((name) => name.toLowerCase() === 'authorization');
  if (!kept || hasOwn) return fetch(url, options);
  const response = await fetch(url, { ...options, headers: { ...options.headers, authorization: `Bearer ${kept}` } });
  if (response.status !== 401) return response;
  // It has ended. What needs nobody, such as the next login, is asked without it.
  kept = undefined;
  live.textContent = say('signedOut');
  return fetch(url, options);
}

/** Until the token ends or the next login; a page to try things on does not come back by itself. */
async function listen(token) {
  listening.abort();
  const { signal } = (listening = new AbortController());
  try {
    const response = await fetch('/events', { headers: { authorization: `Bearer ${token}` }, signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    live.textContent = say('liveOn');
    let text = '';
    for await (const chunk of textOf(response.body)) {
      const events = (text + chunk).split('\n\n');
      text = events.pop();
      events.forEach(show);
    }
  } catch (error) {
    if (!signal.aborted) live.textContent = say('liveEnded', { reason: error.message });
  }
}

async function* textOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

function show(event) {
  const name = /^event: (.*)$/m.exec(event)?.[1];
  const data = JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '{}');
  if (name === 'change') {
    const change = `${data.at} ${data.changes.map(({ kind, id }) => `${kind} ${id}`).join(', ')}`;
    live.textContent = say('liveChange', { change });
  }
  if (name === 'end') live.textContent = say('liveEnded', { reason: data.reason });
}
