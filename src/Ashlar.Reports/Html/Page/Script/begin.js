// ---- light, dark, print
const dark = matchMedia('(prefers-color-scheme: dark)');
let chosen = null;
try { chosen = localStorage.getItem('ashlar-theme'); } catch { /* no storage in this place: follow the system */ }
function paint() {
  const theme = chosen || (dark.matches ? 'dark' : 'light');
  root.dataset.theme = theme;
  $('theme').textContent = theme === 'dark' ? 'Light' : 'Dark';
}
dark.addEventListener('change', paint);
$('theme').addEventListener('click', () => { chosen = root.dataset.theme === 'dark' ? 'light' : 'dark'; try { localStorage.setItem('ashlar-theme', chosen); } catch { /* as above */ } paint(); });
$('print').addEventListener('click', () => print());
const opened = [];
addEventListener('beforeprint', () => { for (const node of document.querySelectorAll('details.control:not([open]), details.listed:not([open])')) { if (node.fill) node.fill(); node.open = true; opened.push(node); } printPaths(true); });
addEventListener('afterprint', () => { while (opened.length) opened.pop().open = false; printPaths(false); });

paint();
head();
there();
exposureMap();
flowMap();
standing();
unseen();
paths();
wall();
cuts();
changes();
if (!totals.fail && totals.unknown) state.verdict = 'unknown';
sync();
const wanted = location.hash.startsWith('#c-') && controls.find(c => '#c-' + c.id === location.hash);
if (wanted) open(wanted);
