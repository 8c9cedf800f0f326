// A patch is filled in only when no value could mean something to a shell or a template: FixPatch.FillSafely, whose rules come with the data.
const SAFE = Object.fromEntries(Object.entries(data.safe).map(([kind, rule]) => [kind, new RegExp(rule, 'u')]));
function above(id, keep) {
  const at = id.toLowerCase().lastIndexOf('/providers/');
  const parts = at < 0 ? [] : id.slice(at + 11).replace(/\/+$/, '').split('/');
  return parts.length > 3 ? id.slice(0, at + 11) + parts.slice(0, keep).join('/') : id;
}
function fill(template, { id, part }, kind) {
  const parent = above(id, -2);
  const values = {
    id, name: nameOf(id), resourceGroup: after(id, 'resourcegroups'), subscriptionId: after(id, 'subscriptions'),
    location: regions.get(id) || '', parent: nameOf(parent), parentId: parent, root: nameOf(above(id, 3)), part: part || '',
  };
  // A template's resource: what it has only when it is deployed is the reader's to choose, as in SyntheticIds.
  if (/\/resourceGroups\/file:/i.test(id)) Object.assign(values, { id: '', parentId: '', resourceGroup: '', subscriptionId: '' });
  const unknown = { id: '<resource id>', parentId: '<parent id>', resourceGroup: '<resource group>', subscriptionId: '<subscription id>', location: '<location>', part: '<part>' };
  const rule = SAFE[kind === 'az' ? 'shell' : 'template'];
  let harmless = true;
  const text = template.replace(/(?<!\$)\{([A-Za-z][A-Za-z0-9]*)\}/g, (all, name) => {
    if (!Object.hasOwn(values, name)) return all;
    harmless = harmless && values[name].split('/').every(part => part === '' || rule.test(part));
    return values[name] || unknown[name] || '';
  });
  return harmless ? text : null;
}
const KINDS = [['az', 'az CLI'], ['bicep', 'Bicep'], ['terraform', 'Terraform']];
function patch(c, subjects) {
  const resources = new Set(subjects.map(s => s.id)).size;
  const kinds = KINDS.filter(([kind]) => c.fix[kind]);
  if (!kinds.length) return null;
  const code = h('pre', { tabindex: '0' });
  const note = h('p', { class: 'warn hide' });
  const yours = h('ul', { class: 'plain yours' });
  const tabs = kinds.map(([kind, label]) => h('button', { 'aria-pressed': 'false', onclick: () => choose(kind) }, label));
  const copy = h('button', { class: 'copy', onclick: () => copied(copy, code.textContent) }, 'Copy');
  function choose(kind) {
    tabs.forEach((tab, i) => tab.setAttribute('aria-pressed', kinds[i][0] === kind ? 'true' : 'false'));
    const filled = subjects.map(subject => fill(c.fix[kind], subject, kind));
    const odd = new Set(subjects.filter((s, i) => filled[i] === null).map(s => s.id)).size;
    const unique = [...new Set(filled.filter(text => text !== null).map(text => text.trimEnd()))];
    code.textContent = clean(unique.length ? unique.join('\n') : c.fix[kind].trimEnd());
    note.textContent = odd === 0 ? '' : unique.length ? `${many(odd, 'resource is', 'resources are')} left out: the name holds characters that a shell could act on.` : 'Not filled in: the name holds characters that a shell could act on. Put it in yourself, quoted.';
    note.classList.toggle('hide', odd === 0);
    const choices = Object.entries(c.fix.choices).filter(([name]) => code.textContent.includes(name));
    if (code.textContent.includes('<location>')) choices.push(['<location>', 'westeurope']);
    yours.replaceChildren(...choices.map(([name, example]) => h('li', {}, 'Yours to choose: ', h('code', {}, name), ', such as ', h('code', {}, example))));
  }
  choose(kinds[0][0]);
  return h('div', { class: 'patch' }, h('div', { class: 'bar' }, h('h5', {}, resources === 1 ? 'Patch for this resource' : `Patch for ${many(resources, 'resource')}`), tabs, copy), code, note, yours);
}
function copied(button, text) {
  const done = () => { button.textContent = 'Copied'; setTimeout(() => { button.textContent = 'Copy'; }, 1500); };
  const byHand = () => { const area = h('textarea', {}); area.value = text; document.body.append(area); area.select(); document.execCommand('copy'); area.remove(); done(); };
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, byHand); else byHand();
}
