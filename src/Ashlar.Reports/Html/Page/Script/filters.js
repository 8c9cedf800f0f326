// ---- filters
function choice(id, key, options) {
  const select = $(id);
  select.append(...options.map(([value, label]) => h('option', { value }, label)));
  select.addEventListener('change', () => { state[key] = select.value; list(); });
  return () => { select.value = state[key]; };
}
function buttons(id, key, options) {
  const all = options.map(([value, label]) => h('button', { type: 'button', 'data-value': value, onclick: () => { state[key] = value; sync(); } }, label));
  $(id).append(...all);
  return () => all.forEach(b => b.setAttribute('aria-pressed', b.dataset.value === state[key] ? 'true' : 'false'));
}
const frameworks = [...new Set(controls.flatMap(c => Object.keys(c.frameworks)))].sort();
const reflect = [
  buttons('by-verdict', 'verdict', [['fail', 'Fail'], ['unknown', 'Unknown'], ['all', 'Both']]),
  buttons('by-group', 'group', [['control', 'Control'], ['workload', 'Workload'], ['discipline', 'Discipline']]),
  choice('by-standing', 'standing', [['', 'Counted or not'], ['counts', data.standing && data.standing.baseline ? 'New' : 'Counted'], ...(data.standing && data.standing.baseline ? [['known', 'Known from the baseline']] : []), ['suppressed', 'Suppressed']]),
  choice('by-severity', 'severity', [['', 'Any severity'], ['4', 'Critical'], ['3', 'High'], ['2', 'Medium'], ['1', 'Low'], ['0', 'Info']]),
  choice('by-discipline', 'discipline', [['', 'Any discipline'], ...DISCIPLINES.filter(d => controls.some(c => c.discipline === d)).map(d => [d, d])]),
  choice('by-workload', 'workload', [['', 'Any workload'], ...data.workloads.map(w => [String(w.index), w.environment ? `${w.name} (${w.environment})` : w.name])]),
  choice('by-framework', 'framework', [['', 'Any framework'], ...frameworks.map(f => [f, f])]),
  () => { $('search').value = state.text; },
];
function sync() { reflect.forEach(r => r()); list(); }
let typing = 0;
$('search').addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(() => { state.text = $('search').value.trim(); list(); }, 120); });
$('search').addEventListener('keydown', e => { if (e.key === 'Enter') $('risk').scrollIntoView(); });
$('reset').addEventListener('click', () => { Object.assign(state, { text: '', verdict: 'fail', standing: '', severity: '', discipline: '', workload: '', framework: '' }); sync(); });
document.addEventListener('keydown', e => { if (e.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)) { e.preventDefault(); $('search').focus(); } });
