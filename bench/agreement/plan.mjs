// Makes JSON in the shape of `terraform show -json` from folders of HCL, without Terraform: an emulation, for measuring only.
//
// Usage: node plan.mjs FOLDER... > plan.json     every folder is a module of its own, module.FOLDER
// Known: literals, locals, variables with a default or a value in *.tfvars, and text made of these alone. Everything else is known only after
// apply, with the resources that its expression names as references. Blocks are lists. An attribute that is not written is null and a block that is
// not written is [], as Terraform writes them, for every name that content/terraform knows of the type: the provider's schema is not here. What the
// provider computes when it is not written is null too, where a real plan has "known only after apply".
// A count or for_each that is not a literal makes one resource.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import hcl from '@cdktf/hcl2json';
import { parse } from 'yaml';

const MAPPINGS = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'content', 'terraform');

let variables = {};
let locals = {};

const UNKNOWN = Symbol('known only after apply');
const WHOLE = /^\$\{(.*)\}$/s;
const PART = /\$\{([^{}]*)\}/g;

function expression(text, depth) {
  const clean = text.trim();
  if (/^(true|false|null|-?\d+(\.\d+)?)$/.test(clean)) {
    return JSON.parse(clean);
  }

  if (/^"[^"$]*"$/.test(clean)) {
    return clean.slice(1, -1);
  }

  const [, kind, name, rest] = /^(var|local)\.([A-Za-z_][\w-]*)((?:\.[\w-]+|\[(?:\d+|"[^"]*")\])*)$/.exec(clean) ?? [];
  const from = kind === 'var' ? variables : locals;
  if (!kind || !(name in from) || depth > 16) {
    return UNKNOWN;
  }

  let value = known(from[name], depth + 1);
  for (const [, dotted, index, key] of rest.matchAll(/\.([\w-]+)|\[(?:(\d+)|"([^"]*)")\]/g)) {
    value = value === UNKNOWN || value === null || typeof value !== 'object' ? UNKNOWN : value[dotted ?? index ?? key] ?? UNKNOWN;
  }

  return value;
}

// The value when all of it is known.
function known(value, depth = 0) {
  if (typeof value === 'string') {
    const whole = WHOLE.exec(value);
    if (whole && !whole[1].includes('${')) {
      return expression(whole[1], depth);
    }

    let open = false;
    const text = value.replace(PART, (_, inner) => {
      const part = expression(inner, depth);
      open ||= part === UNKNOWN || part === null || typeof part === 'object';
      return String(part);
    });
    return open || text.includes('${') || text.includes('%{') ? UNKNOWN : text;
  }

  if (Array.isArray(value)) {
    const items = value.map(item => known(item, depth));
    return items.includes(UNKNOWN) ? UNKNOWN : items;
  }

  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(value).map(([key, inner]) => [key, known(inner, depth)]);
    return pairs.some(([, inner]) => inner === UNKNOWN) ? UNKNOWN : Object.fromEntries(pairs);
  }

  return value;
}

// The known part and its mirror of what is not.
function planned(value) {
  if (Array.isArray(value)) {
    const items = value.map(planned);
    return [items.map(([known]) => known ?? null), items.map(([, unknown]) => unknown)];
  }

  if (value !== null && typeof value === 'object') {
    const [values, unknown] = [{}, {}];
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'dynamic') {
        Object.keys(inner).forEach(block => { unknown[block] = true; });
        continue;
      }

      const [part, open] = planned(inner);
      if (open !== true) {
        values[key] = part;
      }

      unknown[key] = open;
    }

    return [values, unknown];
  }

  const result = known(value);
  return result === UNKNOWN ? [undefined, true] : [result, false];
}

// Names of a type as a tree: null for an attribute, the names inside for a block.
function put(tree, dotted, inside = null) {
  const [first, ...rest] = dotted.split('.');
  if (rest.length > 0) {
    put(tree[first] ??= {}, rest.join('.'), inside);
  } else {
    tree[first] = inside && Object.keys(inside).length > 0 ? { ...tree[first], ...inside } : tree[first] ?? null;
  }
}

function names(values, tree) {
  for (const value of Object.values(values ?? {}).flatMap(value => Array.isArray(value) ? value : [value])) {
    const { from, when, each } = typeof value === 'string' ? { from: value } : value;
    if (from && from !== '.') {
      put(tree, from, each && names(each, {}));
    }

    if (when) {
      put(tree, when);
    }
  }

  return tree;
}

function schema(type) {
  const file = path.join(MAPPINGS, `${type}.yaml`);
  const tree = {};
  for (const one of fs.existsSync(file) ? [parse(fs.readFileSync(file, 'utf8'))].flatMap(mapping => [mapping, ...mapping.children ?? []]) : []) {
    const above = [one.parent, one.on, one.into].flat().filter(name => typeof name === 'string');
    names({ ...one.values, name: one.name ?? 'name', ...Object.fromEntries(above.map(name => [`above ${name}`, name])) }, tree);
    put(tree, one.when ?? 'name');
  }

  return tree;
}

// What the source leaves out, as a plan writes it.
function complete(values, unknown, tree) {
  for (const [name, inside] of Object.entries(tree)) {
    if (!(name in values) && unknown?.[name] !== true) {
      values[name] = inside === null ? null : [];
    }

    for (const [at, block] of inside !== null && Array.isArray(values[name]) ? values[name].entries() : []) {
      if (block !== null && typeof block === 'object') {
        complete(block, unknown?.[name]?.[at], inside);
      }
    }
  }
}

const named = value => [...new Set([...JSON.stringify(value ?? null).matchAll(/\b(?:azurerm|azapi)_\w+\.[\w-]+/g)].map(match => match[0]))];
const META = new Set(['count', 'for_each', 'provider', 'depends_on', 'lifecycle', 'provisioner', 'connection']);

async function module(folder, changes) {
  const parsed = [];
  for (const name of fs.readdirSync(folder).filter(name => /\.(tf|tfvars)$/.test(name)).sort()) {
    parsed.push([name, await hcl.parse(name, fs.readFileSync(path.join(folder, name), 'utf8'))]);
  }

  const blocks = kind => parsed.filter(([name]) => name.endsWith('.tf')).flatMap(([, body]) => kind(body) ?? []);
  variables = Object.fromEntries(blocks(body => Object.entries(body.variable ?? {})).filter(([, [v]]) => 'default' in v).map(([name, [v]]) => [name, v.default]));
  Object.assign(variables, ...parsed.filter(([name]) => name.endsWith('.tfvars')).map(([, body]) => body));
  locals = Object.assign({}, ...blocks(body => body.locals));

  const call = path.basename(folder);
  const [resources, configured] = [[], []];
  for (const [type, ofType] of blocks(body => Object.entries(body.resource ?? {}))) {
    for (const [name, bodies] of Object.entries(ofType)) {
      for (const body of bodies) {
        const own = Object.fromEntries(Object.entries(body).filter(([key]) => !META.has(key)));
        const [values, unknown] = planned(own);
        complete(values, unknown, schema(type));
        const address = `module.${call}.${type}.${name}`;
        resources.push({ address, mode: 'managed', type, name, values });
        changes.push({ address, mode: 'managed', type, name, change: { actions: ['create'], after_unknown: unknown } });
        configured.push({ address: `${type}.${name}`, mode: 'managed', type, name, expressions: Object.fromEntries(Object.entries(own).map(([key, value]) => [key, { references: named(value) }])) });
      }
    }
  }

  return [{ address: `module.${call}`, resources }, [call, { expressions: {}, module: { resources: configured } }]];
}

const changes = [];
const modules = [];
for (const folder of process.argv.slice(2)) {
  modules.push(await module(folder, changes));
}

const plan = {
  format_version: '1.2',
  planned_values: { root_module: { child_modules: modules.map(([planned]) => planned) } },
  resource_changes: changes,
  configuration: { root_module: { module_calls: Object.fromEntries(modules.map(([, call]) => call)) } },
};
process.stdout.write(JSON.stringify(plan, null, 1) + '\n');
