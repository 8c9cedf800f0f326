// ---- what is there
const FILTER = { default: 'default filter', custom: 'own filter, nothing off', weakened: 'weakened filter', notSeen: 'filter not seen', none: '' };
function modelLine(m) {
  const words = [m.model || nameOf(m.id), m.version ? ` ${m.version}` : ''];
  const filter = FILTER[m.filter];
  const detail = m.detail.length ? `: ${m.detail.join('; ')}` : '';
  return h('li', {}, words, filter ? [' (', m.filter === 'weakened' ? h('span', { class: 'weak' }, filter + detail) : filter + detail, ')'] : '', nameOf(m.id) !== m.model ? h('span', { class: 'soft' }, ' as ', nameOf(m.id)) : '');
}
function term(word, content) { return content && (!Array.isArray(content) || content.length) ? [h('dt', {}, word), h('dd', {}, content)] : []; }
function byRole(w, ...roles) { return membersOf(w).filter(m => roles.includes(m.role) && m.type.split('/').length === 2); }
function names(members, most) {
  const shown = members.slice(0, most || 4).map((m, i) => [i ? ', ' : '', h('span', { title: m.id }, nameOf(m.id)), m.shared ? ' (shared)' : '', m.seen ? '' : ' (not in the input)']);
  return members.length ? [shown, members.length > shown.length ? ` and ${many(members.length - shown.length, 'more', 'more')}` : ''] : null;
}
function runsAs(w) {
  const list = [...new Set(runsAsOf(w).map(r => r.identity ? nameOf(r.identity) : `${nameOf(r.holder)} (its own identity)`))];
  return list.length ? list.slice(0, 4).join(', ') + (list.length > 4 ? ` and ${number(list.length - 4)} more` : '') : null;
}
function who(w, can) {
  const row = accessOf(w).find(a => a.can === can);
  return row ? [row.who, row.later ? h('span', { class: 'soft' }, `; ${row.later}`) : ''] : null;
}
function accessTable(w) {
  return h('table', { class: 'members' },
    h('thead', {}, h('tr', {}, h('th', {}, 'Can'), h('th', {}, 'Now'), h('th', {}, 'Besides'))),
    h('tbody', {}, accessOf(w).map(a => h('tr', {}, h('td', {}, a.title), h('td', {}, a.who),
      h('td', { class: 'soft' }, a.later || '', a.complete ? '' : [a.later ? '; ' : '', h('span', { title: a.missing.join('\n') }, 'not everything was read')])))),
    h('tfoot', {}, h('tr', {}, h('td', { colspan: 3, class: 'soft' }, 'By name, with proof: ashlar access --who-can CAPABILITY RESOURCE --snapshot FILE'))));
}
function memberTable(w) {
  return h('table', { class: 'members' },
    h('thead', {}, h('tr', {}, h('th', {}, 'Role'), h('th', {}, 'Resource'), h('th', {}, 'Tied by'))),
    h('tbody', {}, membersOf(w).map(m => h('tr', {}, h('td', {}, m.role),
      h('td', {}, h('span', { title: m.id }, nameOf(m.id)), ' ', h('span', { class: 'soft' }, shortType(m.type)), m.shared ? h('span', { class: 'soft' }, ', shared with other workloads') : ''),
      h('td', { class: 'soft' }, m.by ? [nameOf(m.by), ': ', m.via] : m.via)))),
    w.moreMembers ? h('tfoot', {}, h('tr', {}, h('td', { colspan: 3, class: 'soft' }, `${many(w.moreMembers, 'more', 'more')}: ashlar query "AiWorkloadResources | where WorkloadId == '${w.id}'"`))) : null);
}
function card(w) {
  const risks = [4, 3, 2, 1, 0].filter(s => w.failBySeverity[s]).map(s => severity(s, `${number(w.failBySeverity[s])} ${SEVERITY[s]}`));
  const where = [...new Set(w.subscriptions.map(s => subscriptionName.get(s.toLowerCase()) || s))];
  const node = h('article', { class: 'load', id: 'w-' + w.index },
    h('header', {}, h('h3', {}, w.name), w.environment ? h('span', { class: 'tag' }, w.environment) : null,
      risks.length || w.unknown ? h('button', { class: 'link', 'aria-label': `Show the findings of ${w.name}`, onclick: () => { Object.assign(state, { workload: String(w.index), standing: '', verdict: risks.length ? 'fail' : 'unknown' }); sync(); $('risk').scrollIntoView(); } }, 'findings') : null),
    h('div', { class: 'risks' }, risks.length ? risks : h('span', { class: 'soft' }, w.unknown ? 'No failure found, not everything seen' : 'No failure'),
      w.unknown ? h('span', { class: 'soft' }, `${number(w.unknown)} unknown`) : null),
    h('dl', {},
      term('Exposure', w.exposure === '-' ? null : w.exposure),
      term('If taken over', w.fall ? [w.fall.level, w.fall.reasons.length ? [': ', w.fall.reasons.map(T).join(' ')] : '', w.fall.missing.length ? h('div', { class: 'soft' }, w.fall.missing.map(T).join(' ')) : null] : null),
      term('Models', w.models.length ? h('ul', {}, w.models.slice(0, 5).map(modelLine), w.models.length > 5 ? h('li', { class: 'soft' }, `and ${number(w.models.length - 5)} more`) : null) : null),
      term('Runs as', runsAs(w)),
      term('Can call', who(w, 'invoke')),
      term('Can read keys', who(w, 'read-keys')),
      term('Can change filters', who(w, 'change-filter')),
      term('Owners', w.owners.length ? w.owners.join(', ') : null),
      term('Data', names(byRole(w, 'data', 'index'))),
      term('Secrets', names(byRole(w, 'secrets'))),
      term('Apps', names(byRole(w, 'app', 'gateway'))),
      term('Compute', names(byRole(w, 'compute'), 3)),
      term('Where', [where.join(', '), w.locations.length ? `; ${w.locations.join(', ')}` : ''])),
    w.paths.length ? h('p', { class: 'small' }, h('button', { class: 'link', onclick: () => { showPaths(w.index); $('paths').scrollIntoView(); } }, many(w.pathCount, 'attack path'))) : null,
    w.doors.length ? h('details', { ontoggle: e => { if (e.target.open && e.target.childElementCount === 1) e.target.append(...doorDetails(w.doors), w.doorsMore ? h('p', { class: 'soft' }, `${many(w.doorsMore, 'door')} more: ashlar query "Exposure"`) : ''); } },
      h('summary', {}, `From where it can be reached: ${many(w.doors.length + (w.doorsMore || 0), 'door')}`)) : null,
    w.flows.length ? h('p', { class: 'small' }, h('button', { class: 'link', onclick: () => { showFlows(w.index); $('flows').scrollIntoView(); } }, `How its data moves: ${many(w.flows.length + (w.flowsMore || 0), 'flow')}`)) : null,
    w.access.length ? h('details', { ontoggle: e => { if (e.target.open && !e.target.querySelector('table')) e.target.append(accessTable(w)); } },
      h('summary', {}, 'Who can do what')) : null,
    h('details', { ontoggle: e => { if (e.target.open && !e.target.querySelector('table')) e.target.append(memberTable(w)); } },
      h('summary', {}, `${many(w.members.length + w.moreMembers, 'resource')} and what ties them together`)));
  return node;
}
const CARDS = 24;
let cards = 0;
function moreCards(n) {
  $('loads').append(...data.workloads.slice(cards, cards + n).map(card));
  cards = Math.min(data.workloads.length, cards + n);
  $('more-loads').textContent = `Show ${number(Math.min(CARDS, data.workloads.length - cards))} more of ${number(data.workloads.length - cards)}`;
  $('more-loads').classList.toggle('hide', cards >= data.workloads.length);
}
function showCard(index) {
  if (!$('w-' + index)) moreCards(data.workloads.findIndex(w => w.index === index) + 1 - cards);
  $('w-' + index).scrollIntoView();
}
function there() {
  const loads = $('loads');
  if (!data.workloads.length) loads.append(h('p', { class: 'empty' }, 'No AI workload in what was read.'));
  workloadTable();
  moreCards(CARDS);
  $('more-loads').addEventListener('click', () => moreCards(CARDS));
  addEventListener('click', e => { const link = e.target.closest('a[href^="#w-"]'); if (link) { e.preventDefault(); showCard(Number(link.hash.slice(3))); } });
  if (data.workloadCount > data.workloads.length) loads.after(h('p', { class: 'soft' }, `Shown are the ${number(data.workloads.length)} workloads with the most severe failures of ${number(data.workloadCount)}. All: ashlar query "AiWorkloads"`));
  stock();
}
