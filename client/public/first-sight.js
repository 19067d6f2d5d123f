/*
 * Before anything is painted: the theme that was chosen here. Then, until the page has come in the
 * place of its first sight, what to do when it does not. Read by browsers of any age, so in words
 * that all of them know.
 */
firstSight();

function firstSight() {
  const slow = setTimeout(saySlow, 10000);

  function showTheme() {
    try {
      const kept = JSON.parse(localStorage.getItem('gommette.preferences'));
      if (/^(clair|sombre|contraste)$/.test(kept.theme))
        document.documentElement.setAttribute('data-theme', kept.theme);
    } catch (_) {
      // Nothing kept, or nothing may be read: the system's own wishes hold.
    }
  }

  function isOld() {
    return (
      !('noModule' in document.createElement('script')) ||
      !Array.prototype.toSorted ||
      !CSS.supports('color', 'light-dark(red, red)')
    );
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
  }

  function sayFault() {
    clearTimeout(slow);
    removeEventListener('error', onError, true);
    say(isOld() ? 'old' : 'fault');
  }

  /** A script that did not come, or one of ours that failed; what extensions do is their own. */
  function onError(event) {
    const file = event.target.tagName === 'SCRIPT' ? event.target.src : event.filename;
    if (String(file).indexOf(location.origin) === 0) sayFault();
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
    if (!('noModule' in document.createElement('script'))) sayFault();
  }

  showTheme();
  addEventListener('error', onError, true);
  addEventListener('unhandledrejection', sayFault);
  document.addEventListener('DOMContentLoaded', onReady);
}
