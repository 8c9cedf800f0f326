// ---- how to fix it
function cuts() {
  const list = data.picture.changes;
  if (!list.length) { $('first').remove(); return; }
  let cut = 0;
  for (const [id, setting, change, own, alone, total, breaks, of] of list) {
    const upTo = h('i', {}), here = h('i', {});
    here.style.left = 100 * cut / total + '%';
    here.style.width = 100 * own / total + '%';
    cut += own;
    upTo.style.width = 100 * cut / total + '%';
    const on = of.map(T).map(w => data.workloads.find(one => one.id === w)).filter(Boolean).map(w => w.name);
    $('cuts').append(h('li', {},
      h('div', {}, h('h3', {}, T(change)), h('p', { class: 'id soft' }, T(id), T(setting) && T(setting) !== T(id) ? `  ${T(setting)}` : ''),
        h('p', { class: 'breaks soft' }, breaks.length ? [h('b', {}, 'May break: '), breaks.map(T).join(' ')] : 'Nothing is known to break.'),
        on.length ? h('p', { class: 'soft small' }, 'On the way to ', on.slice(0, 6).join(', '), on.length > 6 ? ` and ${number(on.length - 6)} more` : '', '.') : null),
      h('div', { class: 'closes num' }, `cuts ${number(own)} of ${many(total, 'path')}`, h('div', { class: 'soft' }, `${number(cut)} of ${number(total)} so far`, alone !== own ? `; ${number(alone)} by itself` : ''), h('span', { class: 'track' }, upTo, here))));
  }
  if (data.picture.changeCount > list.length) $('cuts').after(h('p', { class: 'soft' }, `${many(data.picture.changeCount - list.length, 'more change', 'more changes')}: ashlar paths --cut`));
}
function changes() {
  let closed = 0;
  for (const c of failing) {
    const before = closed;
    closed += c.fail;
    const upTo = h('i', {}), own = h('i', {});
    upTo.style.width = 100 * closed / totals.fail + '%';
    own.style.left = 100 * before / totals.fail + '%';
    own.style.width = 100 * c.fail / totals.fail + '%';
    const subjects = c.findings.filter(f => f.v === 'fail').map(f => ({ id: data.resources[f.r], part: f.k }));
    const ids = new Set(subjects.map(s => s.id));
    const detail = h('details', {}, h('summary', {}, `Patches for ${many(ids.size, 'resource')}${c.leftFail ? ` shown here, ${number(c.leftFail)} more in findings.json` : ''}`));
    detail.fill = () => { if (detail.childElementCount === 1) detail.append(patch(c, subjects) || h('p', { class: 'soft' }, 'This one is changed by hand.')); };
    detail.addEventListener('toggle', () => { if (detail.open) detail.fill(); });
    $('changes').append(h('li', {},
      h('div', {}, h('h3', {}, c.fix.summary), h('p', {}, severity(c.worst), ' ', h('button', { class: 'link small', onclick: () => open(c) }, c.title)),
        c.fix.breaks ? h('p', { class: 'breaks soft' }, h('b', {}, 'May break: '), c.fix.breaks) : h('p', { class: 'breaks soft' }, 'Nothing is known to break.'), detail),
      h('div', { class: 'closes num' }, `closes ${number(c.fail)}`, h('div', { class: 'soft' }, `${number(closed)} of ${number(totals.fail)} so far`), h('span', { class: 'track' }, upTo, own))));
  }
  if (!failing.length) $('changes').replaceWith(h('p', { class: 'empty' }, 'No check fails, so there is nothing to change.'));
}
