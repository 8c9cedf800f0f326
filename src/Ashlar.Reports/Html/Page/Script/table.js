// ---- what is there, a row for each workload
const ROWS = 25;
function modelsShort(w) {
  const words = [...new Set(w.models.map(m => `${m.model || nameOf(m.id)}${m.filter === 'weakened' ? ' (weakened filter)' : ''}`))];
  return words.length ? words.slice(0, 3).join(', ') + (words.length > 3 ? ` and ${number(words.length - 3)} more` : '') : '-';
}
function runsAsShort(w) {
  const list = [...new Set(runsAsOf(w).map(r => r.identity ? nameOf(r.identity) : nameOf(r.holder)))];
  return list.length === 0 ? '-' : list.length <= 2 ? list.join(', ') : many(list.length, 'identity', 'identities');
}
function row(w) {
  const worst = [4, 3, 2, 1, 0].find(level => w.failBySeverity[level]);
  const cells = [
    ['Workload', h('button', { class: 'link', onclick: () => showCard(w.index) }, workloadName(w))],
    ['At risk', worst === undefined ? h('span', { class: 'soft' }, w.unknown ? `${number(w.unknown)} unknown` : 'nothing') : severity(worst, `${number(w.failBySeverity[worst])} ${SEVERITY[worst]}`)],
    ['Exposure', h('span', { class: w.lane === 'internet' || w.lane === 'azure' ? 'weak' : '' }, w.exposure)],
    ['Models', modelsShort(w)],
    ['Runs as', runsAsShort(w)],
    ['Who can call', who(w, 'invoke') || '-'],
    ['Data it reaches', w.data],
    ['Attack paths', w.pathCount ? h('button', { class: 'link', onclick: () => { showPaths(w.index); $('paths').scrollIntoView(); } }, number(w.pathCount)) : '-'],
    ['If taken over', w.fall ? severity(w.fall.s, w.fall.level) : '-'],
  ];
  return h('tr', {}, cells.map(([title, content]) => h('td', { 'data-title': title }, content)));
}
function workloadTable() {
  if (!data.workloads.length) { $('workload-table').remove(); return; }
  const body = h('tbody', {});
  const more = h('button', { class: 'more', onclick: () => show(ROWS * 4) });
  let at = 0;
  function show(n) {
    body.append(...data.workloads.slice(at, at + n).map(row));
    at = Math.min(data.workloads.length, at + n);
    more.textContent = `Show ${number(Math.min(ROWS * 4, data.workloads.length - at))} more of ${number(data.workloads.length - at)}`;
    more.classList.toggle('hide', at >= data.workloads.length);
  }
  show(ROWS);
  $('workload-table').append(h('table', { class: 'summary' }, h('thead', {}, h('tr', {}, ['Workload', 'At risk', 'Exposure', 'Models', 'Runs as', 'Who can call', 'Data it reaches', 'Attack paths', 'If taken over'].map(t => h('th', {}, t)))), body), more);
}
