import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// The floors of the house: an import may only go down. Rooms have the same name in each package.

/** Rooms of core by floor; what stands lower knows nothing of what stands higher. */
const floors: Readonly<Record<string, number>> = {
  ground: 0,
  numeric: 0,
  table: 1,
  access: 1,
  audit: 1,
  privacy: 1,
  document: 1,
  graph: 2,
  composite: 2,
  comparison: 2,
  release: 2,
  survey: 2,
  data: 2,
  directory: 2,
  partnership: 3,
  framework: 3,
  library: 3,
  diligence: 3,
  routes: 3,
  recovery: 3,
  exchange: 3,
  prevention: 4,
  evidence: 4,
  review: 5,
  crisis: 5,
  change: 6,
  action: 6,
  cycle: 7,
};

/**
 * Rooms of the faces that carry others, or gather them, whatever their namesake in core does.
 * `ground` is a package's root files (ports, config, words, api); `top` are those that put it together.
 */
const faces: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  server: {
    archive: 0,
    database: 0,
    http: 1,
    session: 1,
    access: 1,
    account: 1,
    audit: 1,
    job: 1,
    document: 1,
    place: 1,
    rate: 5,
    gap: 5,
    asset: 5,
    comparison: 7,
    risk: 7,
    decision: 7,
    'survivor-input': 7,
    'problem-profile': 7,
    report: 7,
    survey: 5,
    network: 5,
    evidence: 6,
    prevention: 7,
    crisis: 7,
    change: 7,
    diligence: 7,
    recovery: 7,
    composite: 7,
    release: 7,
    example: 8,
    backup: 8,
    top: 9,
    testing: 10,
  },
  web: {
    look: 0,
    parts: 0,
    figure: 1,
    document: 1,
    session: 1,
    account: 1,
    audit: 1,
    shell: 1,
    guide: 2,
    rate: 5,
    plan: 5,
    action: 7,
    comparison: 7,
    risk: 7,
    decision: 7,
    'survivor-input': 7,
    'problem-profile': 7,
    report: 7,
    survey: 5,
    network: 5,
    evidence: 6,
    prevention: 7,
    crisis: 7,
    change: 7,
    diligence: 7,
    recovery: 7,
    composite: 7,
    release: 7,
    place: 7,
    top: 9,
  },
  cli: { ground: 9 },
};

const tops: Readonly<Record<string, readonly string[]>> = {
  server: ['main.ts', 'app.ts', 'pages.ts', 'adapters.ts', 'import-file.ts'],
  web: ['main.tsx', 'app.tsx'],
};

const outsideOfCore = [/^zod$/, /^graphology/];

export type Source = { readonly path: string; readonly text: string };
type Import = { readonly from: string; readonly to: string; readonly value: boolean };

/** Every broken rule as a sentence; empty when the house stands. */
export function broken(sources: readonly Source[]): readonly string[] {
  const imports = sources.flatMap(importsOf);
  return [...imports.flatMap(faultOf), ...circles(imports)];
}

function faultOf({ from, to, value }: Import): readonly string[] {
  const room = roomOf(from);
  if (!to.startsWith('packages/')) {
    const foreign = room.package === 'core' && !outsideOfCore.some((each) => each.test(to));
    return foreign
      ? [`"${from}" may not import "${to}": core takes nothing from outside but zod and graphology`]
      : [];
  }
  const target = roomOf(to);
  const may = mayReach[room.package] ?? [];
  if (!may.includes(target.package)) {
    return [`"${from}" may not import "${to}": ${room.package} does not know ${target.package}`];
  }
  if (room.package === 'web' && target.package === 'server' && value) {
    return [`"${from}" may import only types of "${to}": the browser does not run the server`];
  }
  if (room.name === target.name && room.package === target.package) return [];
  const down =
    target.package === room.package ? target.floor < room.floor : target.floor <= room.floor;
  const level =
    room.package !== 'core' && room.floor === target.floor && room.package === target.package;
  if (
    down ||
    level ||
    room.package === 'cli' ||
    (room.package === 'web' && target.package === 'server')
  )
    return [];
  return [
    `"${from}" may not import "${to}": ${room.name} is ${room.floor === target.floor ? 'beside' : 'below'} ${target.name}`,
  ];
}

const mayReach: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  server: ['server', 'core'],
  cli: ['cli', 'server', 'core'],
  web: ['web', 'core', 'server'],
};

function roomOf(path: string): { package: string; name: string; floor: number } {
  const [, home = '', ...rest] = path.split('/');
  const atRoot = tops[home]?.includes(rest[0] ?? '') ? 'top' : 'ground';
  const name = rest.length > 1 ? (rest[0] ?? '') : atRoot;
  const floor = faces[home]?.[name] ?? floors[name];
  if (floor === undefined)
    throw new RangeError(`the room ${home}/${name} has no floor; give it one in scripts/floors.ts`);
  return { package: home, name, floor };
}

/** Circles of imports by value, each named once by its files. */
function circles(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, value } of imports) {
    if (value && to.startsWith('packages/')) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const found = new Map<string, string>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      const circle = path.slice(path.indexOf(file));
      found.set([...circle].sort().join(), `a circle of imports: ${[...circle, file].join(' → ')}`);
      return;
    }
    state.set(file, 'open');
    for (const each of next.get(file) ?? []) visit(each, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of next.keys()) visit(file, []);
  return [...found.values()];
}

const pattern =
  /^\s*(?:import|export)\s+(type\s+)?(?:([^'"]*?)\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf({ path, text }: Source): readonly Import[] {
  return [...text.matchAll(pattern)].map(([, type, names = '', fixed, lazy]) => ({
    from: path,
    to: targetOf(path, fixed ?? lazy ?? ''),
    value: lazy === undefined && type === undefined && !onlyTypes(names),
  }));
}

function onlyTypes(names: string): boolean {
  const inside = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  const each = inside
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return each !== undefined && each.length > 0 && each.every((part) => part.startsWith('type '));
}

function targetOf(from: string, name: string): string {
  if (name.startsWith('.')) return relative(root, resolve(root, dirname(from), name));
  const [, home, room] = /^@freehold\/([^/]+)(?:\/(.*))?$/.exec(name) ?? [];
  if (home === undefined) return name;
  return exported(home, room === undefined ? '.' : `./${room}`);
}

function exported(home: string, key: string): string {
  const manifest = JSON.parse(
    readFileSync(join(root, 'packages', home, 'package.json'), 'utf8'),
  ) as {
    exports?: Record<string, string>;
  };
  const file = manifest.exports?.[key];
  return file === undefined ? `packages/${home}/missing/${key}` : join('packages', home, file);
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** All sources of the four packages, without tests, what is only for them (`testing.ts`), and built files. */
export function sources(): readonly Source[] {
  return readdirSync(join(root, 'packages'), { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        (/\.tsx?$/.test(name) &&
          !/(\.test\.tsx?$)|((^|\/)testing\.ts$)|(^|\/)(node_modules|dist)\/|config\.ts$/.test(
            name,
          )) ||
        /server\/config\.ts$/.test(name),
    )
    .map((name) => join('packages', name))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = broken(sources());
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? 'floors: the house stands' : `floors: ${faults.length} broken`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
