/*
 * Before anything is painted: the theme that was chosen here. Then, until the page has come in the
 * place of its first sight, what to do when it does not. Read by browsers of any age, so in words
 * that all of them know.
 */
firstSight();

function firstSight() {
  const slow = setTimeout(saySlow, 10000);
  /** What answered, for the note: the script that did not come, or what it said. */
  let answered = '';

  function showTheme() {
    try {
      const kept = JSON.parse(localStorage.getItem('gommette.preferences'));
      if (/^(clair|sombre|contraste)$/.test(kept.theme))
        document.documentElement.setAttribute('data-theme', kept.theme);
    } catch (_) {
      // Nothing kept, or nothing may be read: the system's own wishes hold.
    }
  }

  /** The youngest things that the page is written and drawn with; device-tries.ts asks for the same. */
  function missing() {
    const names = [];
    if (!('noModule' in document.createElement('script'))) names.push('module');
    if (!Array.prototype.toSorted) names.push('toSorted');
    const asks = window.CSS && CSS.supports;
    if (!asks || !CSS.supports('color', 'light-dark(red, red)')) names.push('light-dark()');
    return names;
  }

  /** Of slow, fault, old; nothing once the page has come. */
  function say(what) {
    const sight = document.getElementById('first-sight');
    if (!sight) return;
    sight.querySelector('[role="status"]').hidden = what !== 'slow';
    document.getElementById('first-slow').hidden = what !== 'slow';
    document.getElementById('first-fault').hidden = what !== 'fault';
    document.getElementById('first-old').hidden = what !== 'old';
    document.getElementById('first-reload').hidden = false;
    document.getElementById('first-note').hidden = what === 'slow';
    if (what !== 'slow') writeNote(document.getElementById('first-' + what));
  }

  /** As report.ts has it: what was tried and what answered; the host, and nothing else of an address. */
  function writeNote(words) {
    const names = missing();
    const old = words.id === 'first-old';
    const now = new Date();
    const lines = [
      'Accès à Gommette : ' + location.host,
      'Date : ' + now.toLocaleString('fr') + ' (' + now.toISOString() + ')',
      'Constat : ' + textOf(words, 'h2') + '. ' + textOf(words, 'p'),
      'Essais :',
      old
        ? '- Navigateur : À régler, il manque : ' + names.join(', ')
        : '- Cette page : À régler, ' + answered,
      'Navigateur : ' + navigator.userAgent,
    ];
    document.querySelector('#first-note pre').textContent = lines.join('\n');
  }

  function textOf(words, name) {
    return words.querySelector(name).textContent.replace(/\s+/g, ' ').trim();
  }

  /** By a selection, as every browser can: where even that is refused it stays selected. */
  function copyNote() {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('#first-note pre'));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    const button = document.querySelector('#first-note button');
    try {
      if (document.execCommand('copy')) button.textContent = 'Note copiée';
    } catch (_) {
      // It stays selected, to be copied by hand.
    }
  }

  function sayFault() {
    clearTimeout(slow);
    removeEventListener('error', onError, true);
    say(missing().length > 0 ? 'old' : 'fault');
  }

  /** A script that did not come, or one of ours that failed; what extensions do is their own. */
  function onError(event) {
    const file = event.target.tagName === 'SCRIPT' ? event.target.src : event.filename;
    if (String(file).indexOf(location.origin) !== 0) return;
    answer(
      String(file).slice(location.origin.length) + (event.message ? ', ' + event.message : ''),
    );
  }

  function onRejection(event) {
    answer(String(event.reason));
  }

  /** Neither the workshop of an address nor the secret of a link is told. */
  function answer(text) {
    answered = text.replace(/\/a\/[^\s,]*/g, '').replace(/[?#][^\s,]*/g, '');
    sayFault();
  }

  function saySlow() {
    say('slow');
  }

  function reload() {
    location.reload();
  }

  function onReady() {
    const button = document.getElementById('first-reload');
    if (button) button.addEventListener('click', reload);
    const copy = document.querySelector('#first-note button');
    if (copy) copy.addEventListener('click', copyNote);
    if (!('noModule' in document.createElement('script'))) sayFault();
  }

  showTheme();
  addEventListener('error', onError, true);
  addEventListener('unhandledrejection', onRejection);
  document.addEventListener('DOMContentLoaded', onReady);
}
