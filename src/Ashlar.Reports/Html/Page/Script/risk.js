// ---- what is at risk
const state = { text: '', verdict: 'fail', standing: '', severity: '', discipline: '', workload: '', framework: '', group: 'control' };
const DISCIPLINES = ['identity', 'data', 'governance', 'monitoring', 'validation'];
function wall() {
  for (const discipline of DISCIPLINES) {
    const stones = controls.filter(c => c.discipline === discipline);
    if (!stones.length) continue;
    $('wall').append(h('div', { class: 'course' }, h('span', {}, discipline), h('div', {}, stones.map(c => {
      const asked = c.pass + c.fail + c.unknown;
      const bars = [['f', c.fail], ['u', c.unknown], ['p', c.pass]].filter(([, n]) => n).map(([kind, n]) => { const bar = h('i', { class: kind }); bar.style.flexGrow = n; return bar; });
      const said = asked ? `${number(c.fail)} of ${number(asked)} fail${c.unknown ? `, ${number(c.unknown)} unknown` : ''}` : 'applies to nothing here';
      const stone = h('button', { class: `stone ${c.fail ? 'fails ' + SEVERITY[c.worst] : ''} ${!c.fail && c.unknown ? 'blind' : ''}`, title: `${c.title}: ${said}`, 'aria-label': `${c.title}: ${said}`, onclick: () => open(c) },
        h('b', {}, c.fail ? number(c.fail) : c.unknown ? '?' : asked ? '✓' : '–'), asked ? h('small', {}, ` of ${number(asked)}`) : null, h('span', { class: 'name' }, c.title), h('span', { class: 'fill' }, bars));
      stone.style.flexGrow = Math.round(Math.log2(2 + asked) * 10) / 10;
      return stone;
    }))));
  }
}
function open(control) {
  Object.assign(state, { text: '', verdict: control.fail || !control.unknown ? 'fail' : 'unknown', standing: '', severity: '', discipline: '', workload: '', framework: '', group: 'control' });
  sync();
  const node = $('c-' + control.id);
  if (node) { node.open = true; node.scrollIntoView({ block: 'center' }); node.querySelector('summary').focus({ preventScroll: true }); }
}

// What counts is what is neither suppressed nor known from the baseline.
const standingOf = f => f.x ? 'suppressed' : f.b === 'known' ? 'known' : f.v === 'fail' ? 'counts' : '';
const haystack = new WeakMap();
function matches(c, f) {
  if (state.verdict !== 'all' && f.v !== state.verdict) return false;
  if (state.severity !== '' && f.s !== Number(state.severity)) return false;
  if (state.workload !== '' && !f.w.includes(Number(state.workload))) return false;
  if (state.standing !== '' && standingOf(f) !== state.standing) return false;
  if (!state.text) return true;
  if (!haystack.has(f)) haystack.set(f, [c.id, c.title, data.resources[f.r], f.k || '', f.o || '', f.x || '', JSON.stringify(evidenceOf(f)), f.why.map(T).join(' '), Object.values(c.frameworks).flat().join(' ')].join('\n').toLowerCase());
  return state.text.toLowerCase().split(/\s+/).every(word => haystack.get(f).includes(word));
}
// Counts are of everything when the filter asks only what was counted; else of what this page holds, and the page says so.
function rowOf(c, workload) {
  const found = c.findings.filter(f => matches(c, f) && (workload === null || f.w.includes(workload)));
  const within = workload === null ? state.workload === '' ? null : Number(state.workload) : workload;
  const counted = within === null ? c : (() => { const w = c.byWorkload.find(b => b[0] === within); return { fail: w ? w[1] : 0, unknown: w ? w[2] : 0 }; })();
  const whole = !state.text && state.severity === '' && state.standing === '';
  const left = c.leftFail + c.leftUnknown > 0;
  const of = v => whole ? counted[v] : found.filter(f => f.v === v).length;
  return { control: c, found, fail: state.verdict === 'unknown' ? 0 : of('fail'), unknown: state.verdict === 'fail' ? 0 : of('unknown'), asked: within === null && whole ? c.pass + c.fail + c.unknown : null, partial: !whole && left };
}
function eligible(c) {
  return (!state.discipline || c.discipline === state.discipline) && (!state.framework || state.framework in c.frameworks);
}
function groups() {
  const rows = workload => controls.filter(eligible).map(c => rowOf(c, workload)).filter(r => r.fail || r.unknown || r.found.length);
  if (state.group === 'discipline') return DISCIPLINES.map(d => [d[0].toUpperCase() + d.slice(1), rows(null).filter(r => r.control.discipline === d)]).filter(g => g[1].length);
  if (state.group === 'workload') {
    const list = data.workloads.filter(w => state.workload === '' || w.index === Number(state.workload)).map(w => [w.environment ? `${w.name} (${w.environment})` : w.name, rows(w.index)]).filter(g => g[1].length);
    if (state.workload === '') {
      const none = controls.filter(eligible).map(c => {
        const found = c.findings.filter(f => matches(c, f) && !f.w.length);
        return { control: c, found, fail: found.filter(f => f.v === 'fail').length, unknown: found.filter(f => f.v === 'unknown').length, asked: null, partial: c.leftFail + c.leftUnknown > 0 };
      }).filter(r => r.found.length);
      if (none.length) list.push(['In no AI workload', none]);
    }
    return list;
  }
  return [[null, rows(null)]];
}
function list() {
  const all = groups();
  const rows = all.flatMap(g => g[1]);
  $('list').replaceChildren(...all.map(([title, items]) => h('div', { class: 'group' }, title ? h('h3', {}, title) : null, items.map(controlRow))));
  if (!rows.length) $('list').append(h('p', { class: 'empty' }, state.text || state.severity || state.standing || state.discipline || state.workload || state.framework ? 'Nothing matches this filter.' : state.verdict === 'unknown' ? 'No check is unanswered.' : 'No check fails.'));
  const seen = new Set(rows.map(r => r.control));
  $('said').textContent = rows.length ? `${many(sum(rows, r => r.fail + r.unknown), 'result')} in ${many(seen.size, 'control')}` + (state.group === 'workload' ? ' (a shared resource counts in each workload)' : '') : '';
}
function controlRow(row) {
  const c = row.control;
  const level = row.found.length ? Math.max(...row.found.map(f => f.s)) : c.worst >= 0 ? c.worst : c.severity;
  const share = row.asked !== null ? ` of ${number(row.asked)}` : row.partial ? ' or more' : '';
  const node = h('details', { class: 'control', id: state.group === 'control' ? 'c-' + c.id : null },
    h('summary', {}, severity(level), h('h4', {}, c.title),
      h('span', { class: 'n num' }, row.fail ? `${number(row.fail)}${share} fail` : ''),
      h('span', { class: 'n num soft' }, row.unknown ? `${number(row.unknown)}${row.fail ? '' : share} unknown` : state.verdict === 'fail' && c.unknown && row.asked !== null ? `${number(c.unknown)} unknown` : '')));
  node.fill = () => { if (node.childElementCount === 1) node.append(inside(row)); };
  node.addEventListener('toggle', () => { if (node.open) node.fill(); });
  return node;
}
function inside(row) {
  const c = row.control;
  const frames = Object.entries(c.frameworks);
  const body = h('div', { class: 'inside' },
    h('div', { class: 'two' },
      h('div', {}, h('h5', {}, 'Why it matters'), h('p', {}, c.why), c.limits ? [h('h5', {}, 'What this check cannot see'), h('p', {}, c.limits)] : null),
      h('div', {}, h('h5', {}, 'How to fix it'), h('p', {}, c.fix.summary), c.fix.breaks ? [h('h5', {}, 'What may break'), h('p', {}, c.fix.breaks)] : null)),
    h('div', { class: 'frames' }, h('span', {}, h('code', {}, c.id)), frames.map(([name, ids]) => h('span', {}, h('b', {}, name), ' ', ids.join(', '))), c.peers.length ? h('span', {}, h('b', {}, 'same question elsewhere'), ' ', c.peers.join(', ')) : null,
      c.references.map(r => /^https:\/\//.test(r) ? h('a', { href: r, rel: 'noreferrer noopener' }, r.replace(/^https:\/\//, '')) : h('span', {}, r))));
  const holder = h('div', {});
  const more = h('button', { class: 'more', onclick: () => show() });
  let at = 0;
  function show() {
    holder.append(...row.found.slice(at, at + PAGE).map(f => finding(c, f)));
    at = Math.min(row.found.length, at + PAGE);
    more.textContent = `Show ${number(Math.min(PAGE, row.found.length - at))} more of ${number(row.found.length - at)}`;
    more.classList.toggle('hide', at >= row.found.length);
  }
  show();
  body.append(holder, more);
  const left = (state.verdict === 'unknown' ? 0 : c.leftFail) + (state.verdict === 'fail' ? 0 : c.leftUnknown);
  if (left) body.append(h('p', { class: 'soft more-left' }, `${many(left, 'more result')} of this control in findings.json; this page keeps the first ${number(data.caps.fail)} failures and ${number(data.caps.unknown)} unknowns of each control, the most severe and those in AI workloads first.`));
  return body;
}
const shown = value => typeof value === 'string' ? value === '' ? '(empty)' : value : JSON.stringify(value);
function finding(c, f) {
  const id = data.resources[f.r];
  const evidence = evidenceOf(f);
  const group = after(id, 'resourcegroups');
  const subscription = after(id, 'subscriptions');
  return h('article', { class: `finding ${f.v} ${f.v === 'fail' ? SEVERITY[f.s] : ''}` },
    h('header', {}, h('span', { class: 'verdict ' + f.v }, f.v.toUpperCase()), h('b', {}, nameOf(id)), f.k ? h('span', {}, f.k) : null,
      f.o ? h('code', {}, f.o) : null, f.b === 'new' || f.b === 'known' ? h('span', { class: 'tag' }, f.b) : null, f.x ? h('span', { class: 'tag' }, 'suppressed') : null,
      h('span', { class: 'soft' }, [group, subscriptionName.get(subscription.toLowerCase()) || subscription].filter(Boolean).join(', ')),
      f.w.map(w => workloads.has(w) ? h('a', { href: '#w-' + w, class: 'small' }, 'in ' + workloads.get(w).name) : null)),
    h('span', { class: 'id' }, id),
    f.why.length ? [h('h5', {}, f.v === 'unknown' ? 'Why there is no answer' : 'What to know'), h('ul', { class: 'why' }, f.why.map(r => h('li', {}, T(r))))] : f.v === 'unknown' ? [h('h5', {}, 'Why there is no answer'), h('p', {}, 'What was read does not decide it.')] : null,
    f.x ? [h('h5', {}, 'Suppressed'), h('p', {}, f.x)] : null,
    f.sr.length ? [h('h5', {}, `Severity here: ${SEVERITY[f.s]}${f.s === f.sb ? '' : ` instead of ${SEVERITY[f.sb]}`}`), h('ul', { class: 'why' }, f.sr.map(r => h('li', {}, T(r))))] : null,
    evidence.length ? [h('h5', {}, 'What was read'), h('table', { class: 'evidence' }, h('tbody', {}, evidence.map(([path, value]) => h('tr', {}, h('td', {}, h('code', {}, path)), h('td', {}, h('code', {}, value === null ? 'not reported' : shown(value)))))))] : null,
    f.v === 'fail' ? patch(c, [{ id, part: f.k }]) : null);
}
