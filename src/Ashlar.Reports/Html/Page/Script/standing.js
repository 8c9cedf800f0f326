// ---- baseline and suppressions
function standing() {
  if (!data.standing) { $('by-standing').remove(); $('standing').remove(); return; }
  const { expired = [], notes = [], gone = [], goneCount = 0 } = data.standing;
  $('standing').append(
    ...expired.map(e => h('p', { class: 'warn' }, `Suppression ${e}`)),
    ...notes.map(n => h('p', { class: 'soft' }, n + '.')));
  if (goneCount) $('standing').append(h('details', {}, h('summary', {}, `${many(goneCount, 'failure')} of the baseline ${goneCount === 1 ? 'is' : 'are'} gone`),
    h('ul', { class: 'plain' }, gone.map(g => h('li', {}, severity(g.s), ' ', h('b', { title: g.id }, nameOf(g.id)), g.k ? ` ${g.k}` : '', ` ${g.now}: ${g.title}`))),
    goneCount > gone.length ? h('p', { class: 'soft' }, `and ${many(goneCount - gone.length, 'more', 'more')} in findings.json`) : null));
}
