// ---- what we could not see
const REASON = { forbidden: 'No permission', notCollected: 'Not in the input', noBody: 'Listed without its settings', undecided: 'Value not decided yet', unreadable: 'Could not be read', notLicensed: 'No licence', featureOff: 'Switched off in the tenant' };
function unseen() {
  const blind = controls.filter(c => c.unknown).length;
  $('gaps').append(
    h('p', {}, totals.unknown ? `${number(totals.unknown)} of ${many(totals.checks, 'check')} in ${many(blind, 'control')} have no answer.` : 'Every check that was asked has an answer.'),
    h('ul', { class: 'plain' }, data.gaps.map(g => h('li', {}, h('b', {}, REASON[g.reason] || g.reason), h('span', { class: 'id' }, g.dataSet), g.path ? [' ', h('span', { class: 'id' }, g.path)] : '',
      g.scope && g.scope !== '/' ? h('div', { class: 'soft small', title: g.scope }, 'at ', g.scope.split('/').length > 5 ? nameOf(g.scope) : subscriptionName.get(after(g.scope, 'subscriptions').toLowerCase()) || g.scope) : h('div', { class: 'soft small' }, 'everywhere'),
      h('div', {}, g.detail), g.permission ? h('div', { class: 'closes' }, 'Would close it: ', h('code', {}, g.permission)) : null))),
    data.gapCount > data.gaps.length ? h('p', {}, `${number(data.gapCount - data.gaps.length)} more in findings.json.`) : '');
  for (const p of data.problems) $('problems').append(h('li', {}, `${p.level}: `, p.control ? [h('code', {}, p.control), ' '] : '', p.file ? `${p.file}${p.line ? ':' + p.line : ''}: ` : '', p.message));
  if (!data.problems.length) $('problems-part').remove();
}
